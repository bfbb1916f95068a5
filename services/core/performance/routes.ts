import {
  answerSuggestionSchema,
  coachingSchema,
  languageSchema,
  performanceSchema,
  setObjectiveSchema,
  teamPerformanceSchema,
} from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { z } from 'zod';
import { answerSuggestion } from './commands/answer-suggestion.ts';
import { endObjective, setObjective } from './commands/set-objective.ts';
import type { PerformancePorts } from './ports.ts';
import { exportPerformance } from './queries/export-performance.ts';
import { readPerformance, readTeam } from './queries/read-performance.ts';
import { wordCoaching } from './queries/word-coaching.ts';

const tags = ['performance'];
const own = { permission: 'performance.own' } as const;
const team = { permission: 'performance.team' } as const;
const none = { 204: z.null() };
const exported = z.object({ language: languageSchema });

/** Figures, objectives and coaching: of oneself, and of the team for managers. */
export function performanceRoutes(kit: Kit, ports: PerformancePorts, llm: Llm): ServiceRoutes {
  return (app, _options, done) => {
    app.get(
      '/api/performance',
      { config: own, schema: { tags, response: { 200: performanceSchema } } },
      (request) => readPerformance(kit, ports, principalOf(request), principalOf(request).user.id),
    );
    app.get(
      '/api/performance/people/:userId',
      {
        config: team,
        schema: { tags, params: z.object({ userId: z.uuid() }), response: { 200: performanceSchema } },
      },
      (request) => readPerformance(kit, ports, principalOf(request), request.params.userId),
    );
    const coaching = (method: 'GET' | 'POST') =>
      app.route({
        method,
        url: '/api/performance/coaching',
        config: own,
        schema: {
          tags,
          querystring: z.object({ language: languageSchema, person: z.uuid().optional() }),
          response: { 200: coachingSchema },
        },
        handler: (request) =>
          wordCoaching(kit, ports, llm, principalOf(request), {
            userId: request.query.person ?? principalOf(request).user.id,
            ...{ language: request.query.language, ask: method === 'POST' },
          }),
      });
    coaching('GET');
    coaching('POST');
    app.get(
      '/api/performance/team',
      { config: team, schema: { tags, response: { 200: teamPerformanceSchema } } },
      (request) => readTeam(kit, ports, principalOf(request)),
    );
    app.put(
      '/api/performance/objectives',
      { config: own, schema: { tags, body: setObjectiveSchema, response: none } },
      async (request, reply) => {
        await setObjective(kit, ports, principalOf(request), request.body);
        return reply.status(204).send(null);
      },
    );
    app.delete(
      '/api/performance/objectives/:id',
      { config: own, schema: { tags, params: z.object({ id: z.uuid() }), response: none } },
      async (request, reply) => {
        await endObjective(kit, principalOf(request), request.params.id);
        return reply.status(204).send(null);
      },
    );
    app.put(
      '/api/performance/suggestions',
      { config: own, schema: { tags, body: answerSuggestionSchema, response: none } },
      async (request, reply) => {
        await answerSuggestion(kit, principalOf(request), request.body);
        return reply.status(204).send(null);
      },
    );
    for (const [scope, config] of [
      ['self', own],
      ['team', team],
    ] as const)
      app.get(
        `/api/performance/export/${scope}`,
        { config, schema: { tags, querystring: exported } },
        async (request, reply) => {
          const { language } = request.query;
          const csv = await exportPerformance(kit, ports, principalOf(request), { scope, language });
          return reply
            .header('content-type', 'text/csv; charset=utf-8')
            .header('content-disposition', `attachment; filename="performance-${scope}.csv"`)
            .send(csv);
        },
      );
    done();
  };
}
