import {
  createSolutionSchema,
  languageSchema,
  solutionLineSchema,
  solutionSchema,
} from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { EXPORT_FORMATS, exportSolution, MEDIA_TYPES } from './adapters/exports.ts';
import { createSolution } from './commands/create-solution.ts';
import { removeSolution } from './commands/remove-solution.ts';
import { versionUnknown } from './domain/failures.ts';
import type { Sources } from './ports.ts';
import { listSolutions, readSolution } from './queries/solutions.ts';

export const read = { permission: 'knowledge.read' } as const;
export const write = { permission: 'knowledge.write' } as const;
export const tags = ['solutions'];
export const params = z.object({ solutionId: z.uuid() });
const client = z.object({ clientId: z.uuid() });
const list = { 200: z.object({ items: z.array(solutionLineSchema) }) };
const PATH = '/api/solutions';

type Request = Parameters<typeof principalOf>[0];
/** A person's own vendor and the clients assigned to them. */
export const reach = (request: Request) => {
  const { homeOrganizationId, organizationIds } = principalOf(request);
  return [...new Set([homeOrganizationId, ...organizationIds])];
};

/** Solutions: made from a client's map or a question, read, exported, deleted. */
export function solutionRoutes(kit: Kit, sources: Sources): ServiceRoutes {
  const create = async (
    request: Request,
    clientId: string | null,
    body: z.infer<typeof createSolutionSchema>,
  ) => {
    const made = { clientId, subject: body.subject };
    const id = await createSolution(kit, sources, principalOf(request), made);
    return readSolution(kit, [clientId ?? principalOf(request).homeOrganizationId], id);
  };
  return (app, _options, done) => {
    const created = { 202: solutionSchema };
    app.get(PATH, { config: read, schema: { tags, response: list } }, async (request) => ({
      items: await listSolutions(kit, reach(request)),
    }));
    app.post(
      PATH,
      { config: write, schema: { tags, body: createSolutionSchema, response: created } },
      async (request, reply) => reply.status(202).send(await create(request, null, request.body)),
    );
    app.get(
      '/api/clients/:clientId/solutions',
      { config: read, schema: { tags, params: client, response: list } },
      async (request) => ({ items: await listSolutions(kit, [request.params.clientId]) }),
    );
    app.post(
      '/api/clients/:clientId/solutions',
      { config: write, schema: { tags, params: client, body: createSolutionSchema, response: created } },
      async (request, reply) =>
        reply.status(202).send(await create(request, request.params.clientId, request.body)),
    );
    const querystring = z.object({ version: z.coerce.number().int().positive().optional() });
    app.get(
      `${PATH}/:solutionId`,
      { config: read, schema: { tags, params, querystring, response: { 200: solutionSchema } } },
      async (request) => readSolution(kit, reach(request), request.params.solutionId, request.query.version),
    );
    app.delete(
      `${PATH}/:solutionId`,
      { config: write, schema: { tags, params, response: { 200: z.object({ done: z.literal(true) }) } } },
      async (request) => {
        await removeSolution(kit, reach(request), request.params.solutionId);
        return { done: true as const };
      },
    );
    addExport(app);
    done();
  };

  function addExport(app: Parameters<ServiceRoutes>[0]): void {
    const options = z.object({
      language: languageSchema.default('zh'),
      version: z.coerce.number().int().positive().optional(),
    });
    app.get(
      `${PATH}/:solutionId/export/:format`,
      {
        config: read,
        schema: { tags, params: params.extend({ format: z.enum(EXPORT_FORMATS) }), querystring: options },
      },
      async (request, reply) => {
        const { solutionId, format } = request.params;
        const { language, version: wanted } = request.query;
        const solution = await readSolution(kit, reach(request), solutionId, wanted);
        const { title, version } = solution;
        if (version === null) throw versionUnknown(1);
        const bytes = await exportSolution(solution, version, format, language);
        const name = encodeURIComponent(`${title[language]}-v${version.number}.${format}`);
        return reply
          .headers({
            'content-type': MEDIA_TYPES[format],
            'content-disposition': `attachment; filename="solution-v${version.number}.${format}"; filename*=UTF-8''${name}`,
          })
          .send(Buffer.from(bytes));
      },
    );
  }
}
