import {
  answerObjectionSchema,
  decideReplySchema,
  libraryReplySchema,
  objectionSchema,
  proposeReplySchema,
  raiseObjectionSchema,
} from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { answerObjection } from './commands/answer-objection.ts';
import { decideReply, proposeReply } from './commands/library.ts';
import { raiseObjection } from './commands/raise-objection.ts';
import type { ObjectionParts } from './ports.ts';
import { listLibrary, listObjections } from './queries/objections.ts';

const tags = ['objections'];
const use = { permission: 'copilot.use' } as const;
const approve = { permission: 'client.assign' } as const;
const params = z.object({ id: z.uuid() });
const library = { 200: z.object({ items: z.array(libraryReplySchema) }) };

export function objectionRoutes(kit: Kit, parts: ObjectionParts): ServiceRoutes {
  return (app, _options, done) => {
    const listed = { 200: z.object({ items: z.array(objectionSchema) }) };
    const querystring = z.object({ clientId: z.uuid().optional() });
    app.get(
      '/api/objections',
      { config: use, schema: { tags, querystring, response: listed } },
      async (request) => ({
        items: await listObjections(kit, principalOf(request), request.query.clientId ?? null),
      }),
    );
    app.post(
      '/api/objections',
      { config: use, schema: { tags, body: raiseObjectionSchema, response: { 201: objectionSchema } } },
      async (request, reply) =>
        reply.status(201).send(await raiseObjection(kit, parts, principalOf(request), request.body)),
    );
    app.put(
      '/api/objections/:id',
      {
        config: use,
        schema: { tags, params, body: answerObjectionSchema, response: { 200: objectionSchema } },
      },
      async (request) =>
        answerObjection(kit, parts.ask, principalOf(request), request.params.id, request.body),
    );
    app.get(
      '/api/objections/library',
      { config: use, schema: { tags, response: library } },
      async (request) => ({
        items: await listLibrary(kit, principalOf(request)),
      }),
    );
    app.post(
      '/api/objections/library',
      { config: use, schema: { tags, body: proposeReplySchema, response: library } },
      async (request) => ({ items: await proposeReply(kit, principalOf(request), request.body) }),
    );
    app.put(
      '/api/objections/library/:id',
      { config: approve, schema: { tags, params, body: decideReplySchema, response: library } },
      async (request) => ({
        items: await decideReply(kit, principalOf(request), request.params.id, request.body),
      }),
    );
    done();
  };
}
