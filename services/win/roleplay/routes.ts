import {
  clientPersonaSchema,
  localizedTextSchema,
  practiceBriefSchema,
  practiceHintSchema,
  practiceListedSchema,
  practiceProgressSchema,
  practiceSessionSchema,
  startPracticeSchema,
} from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { reference } from '@tokenholic/reference';
import type { Llm } from '@workflow/llm-sdk';
import { z } from 'zod';
import { handIn } from './commands/hand-in.ts';
import { endSession, say } from './commands/say.ts';
import { scoreSession } from './commands/score-session.ts';
import { retrySession, startSession } from './commands/start-session.ts';
import { takeHint } from './commands/take-hint.ts';
import { libraryPersonas } from './domain/persona/make-persona.ts';
import { briefOf } from './domain/present.ts';
import type { PracticeSources } from './ports.ts';
import { findClientPersona } from './queries/find-persona.ts';
import { readProgress } from './queries/progress.ts';
import { listSessions, readSession, sellerOf } from './queries/sessions.ts';

const config = { permission: 'copilot.use' } as const;
const tags = ['roleplay'];
const params = z.object({ sessionId: z.uuid() });
const response = { 200: practiceSessionSchema };
const PATH = '/api/practice/sessions';
const ONE = `${PATH}/:sessionId`;

export interface PracticeParts {
  sources: PracticeSources;
  llm: Llm;
}

/** A seller's own practice: customers to choose from, talks, hints, scores, progress. */
export function roleplayRoutes(kit: Kit, { sources, llm }: PracticeParts): ServiceRoutes {
  return (app, _options, done) => {
    const personas = z.object({
      items: z.array(practiceBriefSchema),
      industries: z.array(z.object({ id: z.string(), name: localizedTextSchema })),
      /** A model plays the customer. */
      model: z.boolean(),
    });
    app.get(
      '/api/practice/personas',
      { config, schema: { tags, response: { 200: personas } } },
      async () => ({
        items: libraryPersonas.map(briefOf),
        industries: reference.industries.map(({ id, name }) => ({ id, name })),
        model: await llm.hasModel(),
      }),
    );
    app.get(
      '/api/clients/:clientId/practice-persona',
      {
        config,
        schema: { tags, params: z.object({ clientId: z.uuid() }), response: { 200: clientPersonaSchema } },
      },
      async (request) => {
        const { clientId } = request.params;
        const { persona, ...made } = await findClientPersona(kit, sources, principalOf(request), clientId);
        return { persona: briefOf(persona), ...made };
      },
    );
    app.get(
      '/api/practice/progress',
      { config, schema: { tags, response: { 200: practiceProgressSchema } } },
      async (request) => readProgress(kit, sellerOf(principalOf(request))),
    );
    const list = { 200: z.object({ items: z.array(practiceListedSchema) }) };
    app.get(PATH, { config, schema: { tags, response: list } }, async (request) => ({
      items: await listSessions(kit, sellerOf(principalOf(request))),
    }));
    app.post(PATH, { config, schema: { tags, body: startPracticeSchema, response } }, async (request) =>
      startSession(kit, sources, principalOf(request), request.body),
    );
    app.get(ONE, { config, schema: { tags, params, response } }, async (request) =>
      readSession(kit, principalOf(request), request.params.sessionId),
    );
    const body = z.object({ text: z.string().trim().min(1).max(2_000) });
    app.post(`${ONE}/lines`, { config, schema: { tags, params, body, response } }, async (request) =>
      say(kit, { sources, llm }, principalOf(request), request.params.sessionId, request.body.text),
    );
    app.post(`${ONE}/end`, { config, schema: { tags, params, response } }, async (request) =>
      endSession(kit, llm, principalOf(request), request.params.sessionId),
    );
    app.post(
      `${ONE}/hint`,
      { config, schema: { tags, params, response: { 200: practiceHintSchema } } },
      async (request) => takeHint(kit, principalOf(request), request.params.sessionId),
    );
    app.post(`${ONE}/score`, { config, schema: { tags, params, response } }, async (request) =>
      scoreSession(kit, llm, principalOf(request), request.params.sessionId),
    );
    app.post(`${ONE}/hand-in`, { config, schema: { tags, params, response } }, async (request) =>
      handIn(kit, principalOf(request), request.params.sessionId),
    );
    const from = z.object({ keepLines: z.number().int().min(0).max(40) });
    app.post(`${ONE}/retry`, { config, schema: { tags, params, body: from, response } }, async (request) =>
      retrySession(kit, principalOf(request), request.params.sessionId, request.body.keepLines),
    );
    done();
  };
}
