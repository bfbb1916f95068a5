import { createTrialQuestionSchema, trialQuestionSchema, trialRunSchema } from '@tokenholic/contracts';
import type { Kit, ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import type { Semantics } from './adapters/semantics.ts';
import {
  addTrialQuestion,
  listTrialQuestions,
  listTrialRuns,
  removeTrialQuestion,
  runTrial,
} from './commands/trials.ts';
import type { Translate } from './queries/search.ts';
import { done, home, oneCollection, read, tags, write } from './routes.ts';

const ok = { done: true as const };
const PATH = '/api/knowledge/collections/:collectionId/trial';

/** Questions with the passages that should answer them, and how that went over time. */
export function trialRoutes(kit: Kit, translate: Translate, semantics: Semantics): ServiceRoutes {
  return (app, _options, finish) => {
    const trial = z.object({ questions: z.array(trialQuestionSchema), runs: z.array(trialRunSchema) });
    app.get(
      PATH,
      { config: read, schema: { tags, params: oneCollection, response: { 200: trial } } },
      async (request) => {
        const { collectionId } = request.params;
        return {
          questions: await listTrialQuestions(kit, home(request), collectionId),
          runs: await listTrialRuns(kit, home(request), collectionId),
        };
      },
    );
    app.post(
      `${PATH}/questions`,
      {
        config: write,
        schema: { tags, params: oneCollection, body: createTrialQuestionSchema, response: { 200: done } },
      },
      async (request) => {
        await addTrialQuestion(kit, home(request), request.params.collectionId, request.body);
        return ok;
      },
    );
    app.delete(
      '/api/knowledge/trial-questions/:questionId',
      {
        config: write,
        schema: { tags, params: z.object({ questionId: z.uuid() }), response: { 200: done } },
      },
      async (request) => {
        await removeTrialQuestion(kit, home(request), request.params.questionId);
        return ok;
      },
    );
    app.post(
      `${PATH}/runs`,
      { config: write, schema: { tags, params: oneCollection, response: { 200: trialRunSchema } } },
      async (request) => runTrial(kit, { translate, semantics }, home(request), request.params.collectionId),
    );
    finish();
  };
}
