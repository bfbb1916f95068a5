import {
  adviceDecisionSchema,
  adviceKindSchema,
  analysisFilterSchema,
  dealCoachSchema,
  dealFilterSchema,
  dealForecastSchema,
  similarDealSchema,
  winLossSchema,
} from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { decideAdvice } from './commands/decide-advice.ts';
import { readCoach } from './queries/read-coach.ts';
import { readForecast } from './queries/read-forecast.ts';
import { readSimilar } from './queries/read-similar.ts';
import { readWinLoss } from './queries/read-win-loss.ts';

const tags = ['deals'];
const read = { permission: 'deal.read' } as const;
const params = z.object({ dealId: z.uuid() });

/** The coach of one deal, and what all of them come to. */
export function coachRoutes(kit: Kit): ServiceRoutes {
  return (app, _options, done) => {
    app.get(
      '/api/deals/:dealId/coach',
      { config: read, schema: { tags, params, response: { 200: dealCoachSchema } } },
      (request) => readCoach(kit, principalOf(request), request.params.dealId),
    );
    app.post(
      '/api/deals/:dealId/advice/:kind',
      {
        config: { permission: 'deal.write' },
        schema: {
          tags,
          params: params.extend({ kind: adviceKindSchema }),
          body: adviceDecisionSchema,
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        const { dealId, kind } = request.params;
        await decideAdvice(kit, principalOf(request), dealId, kind, request.body);
        return reply.status(204).send(null);
      },
    );
    app.get(
      '/api/deals/:dealId/similar',
      {
        config: read,
        schema: { tags, params, response: { 200: z.object({ items: z.array(similarDealSchema) }) } },
      },
      async (request) => ({ items: await readSimilar(kit, principalOf(request), request.params.dealId) }),
    );
    app.get(
      '/api/deals/forecast',
      {
        config: read,
        schema: { tags, querystring: dealFilterSchema, response: { 200: dealForecastSchema } },
      },
      (request) => readForecast(kit, principalOf(request), request.query),
    );
    app.get(
      '/api/deals/analysis',
      {
        config: read,
        schema: { tags, querystring: analysisFilterSchema, response: { 200: winLossSchema } },
      },
      (request) => readWinLoss(kit, principalOf(request), request.query),
    );
    done();
  };
}
