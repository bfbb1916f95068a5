import {
  editPersonaSchema,
  languageSchema,
  personaCardSchema,
  personaSchema,
  personaSettingsSchema,
  webVisitsSchema,
} from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { editPersona } from './commands/edit-persona.ts';
import { keepVisits } from './commands/keep-visits.ts';
import { settlePerson } from './commands/settle-person.ts';
import type { MayProfile } from './ports.ts';
import { exportPersona } from './queries/export-persona.ts';
import { listPersonas, readCard, readPersona } from './queries/personas.ts';

const tags = ['personas'];
const read = { permission: 'deal.read' } as const;
const write = { permission: 'deal.write' } as const;
const params = z.object({ contactId: z.uuid() });
const version = z.coerce.number().int().positive().optional();
const one = { 200: personaSchema };
const PATH = '/api/personas';
const MEDIA_TYPES = { png: 'image/png', pdf: 'application/pdf' } as const;

/** Personas of the contacts at one's clients: read, compared, corrected, switched off, taken along. */
export function personaRoutes(kit: Kit, mayProfile: MayProfile): ServiceRoutes {
  return (app, _options, done) => {
    const filter = z.object({ search: z.string().max(120).optional(), clientId: z.uuid().optional() });
    const list = { 200: z.object({ items: z.array(personaCardSchema) }) };
    app.get(
      PATH,
      { config: read, schema: { tags, querystring: filter, response: list } },
      async (request) => ({
        items: await listPersonas(kit, principalOf(request), request.query),
      }),
    );
    app.get(
      `${PATH}/:contactId`,
      { config: read, schema: { tags, params, querystring: z.object({ version }), response: one } },
      (request) =>
        readPersona(kit, mayProfile, principalOf(request), request.params.contactId, request.query.version),
    );
    app.get(
      `${PATH}/:contactId/card`,
      { config: read, schema: { tags, params, response: { 200: personaCardSchema } } },
      (request) => readCard(kit, principalOf(request), request.params.contactId),
    );
    app.put(
      `${PATH}/:contactId/edits`,
      { config: write, schema: { tags, params, body: editPersonaSchema, response: one } },
      async (request) => {
        const { contactId } = request.params;
        await editPersona(kit, mayProfile, principalOf(request), contactId, request.body);
        return readPersona(kit, mayProfile, principalOf(request), contactId);
      },
    );
    app.put(
      `${PATH}/:contactId/settings`,
      { config: write, schema: { tags, params, body: personaSettingsSchema, response: one } },
      async (request) => {
        const { contactId } = request.params;
        await settlePerson(kit, mayProfile, principalOf(request), contactId, request.body);
        return readPersona(kit, mayProfile, principalOf(request), contactId);
      },
    );
    app.post(
      `${PATH}/:contactId/web-visits`,
      { config: write, schema: { tags, params, body: webVisitsSchema, response: { 204: z.null() } } },
      async (request, reply) => {
        await keepVisits(kit, mayProfile, principalOf(request), request.params.contactId, request.body);
        return reply.status(204).send(null);
      },
    );
    const options = z.object({ language: languageSchema.default('zh'), version });
    const exported = params.extend({ format: z.enum(['png', 'pdf']) });
    app.get(
      `${PATH}/:contactId/export/:format`,
      { config: read, schema: { tags, params: exported, querystring: options } },
      async (request, reply) => {
        const { contactId, format } = request.params;
        const { bytes, name } = await exportPersona(kit, mayProfile, principalOf(request), contactId, {
          ...{ format, language: request.query.language },
          ...(request.query.version === undefined ? {} : { version: request.query.version }),
        });
        return reply
          .headers({
            'content-type': MEDIA_TYPES[format],
            'content-disposition': `attachment; filename="persona.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
          })
          .send(bytes);
      },
    );
    done();
  };
}
