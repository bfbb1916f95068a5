import type { Coaching, Language } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import type { PerformancePorts } from '../ports.ts';
import { wordCoachingTask } from '../tasks/word-coaching.ts';
import { readPerformance } from './read-performance.ts';

/** The suggestions of a person in words: by rules at once, or by the connected model. What it left out keeps the rules' words. */
export async function wordCoaching(
  kit: Kit,
  ports: PerformancePorts,
  llm: Llm,
  principal: Principal,
  { userId, language, ask }: { userId: string; language: Language; ask: boolean },
): Promise<Coaching> {
  const { suggestions } = await readPerformance(kit, ports, principal, userId);
  const input = {
    language,
    suggestions: suggestions.map(({ key, rule, title, reason, step, evidence }) => ({
      ...{ key, rule, title: title[language], reason: reason[language], step: step[language] },
      evidence: evidence.map(({ text }) => text[language]),
    })),
  };
  const modelReady = await llm.hasModel();
  const byRules = await wordCoachingTask.rules(input);
  if (!ask || suggestions.length === 0) {
    const reason = modelReady ? 'not_asked' : 'no_model_configured';
    return { ...byRules, language, modelReady, engine: { via: 'rules', model: null, reason } };
  }
  const { output, engine } = await llm.run(wordCoachingTask, input, {
    organizationId: principal.homeOrganizationId,
  });
  // Not one of them stood: nobody is told that a model wrote it.
  if (engine.via === 'model' && output.suggestions.length === 0) {
    return {
      ...{ ...byRules, language, modelReady },
      engine: { via: 'rules', model: null, reason: 'output_invalid' },
    };
  }
  return { ...output, language, modelReady, engine };
}
