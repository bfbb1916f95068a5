import { inSpan, type Metrics } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';

/** Counts what each AI task took, cost, and who did it: a model by its name, or rules; and makes it a step of its trace. */
export function observedLlm(llm: Llm, metrics: Metrics): Llm {
  return {
    hasModel: llm.hasModel,
    run: (task, input, options) =>
      inSpan(`ai ${task.name}`, {}, async (span) => {
        const ended = metrics.taskSeconds.startTimer({ task: task.name });
        try {
          const result = await llm.run(task, input, options);
          const via = result.engine.model ?? result.engine.via;
          metrics.tasks.inc({ task: task.name, via });
          metrics.taskTokens.inc({ task: task.name, direction: 'read' }, result.usage.inputTokens);
          metrics.taskTokens.inc({ task: task.name, direction: 'written' }, result.usage.outputTokens);
          metrics.taskCost.inc({ task: task.name }, result.costCny ?? 0);
          span.setAttributes({
            'ai.via': via,
            'ai.tokens.read': result.usage.inputTokens,
            'ai.tokens.written': result.usage.outputTokens,
          });
          return result;
        } finally {
          ended();
        }
      }),
  };
}
