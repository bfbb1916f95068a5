import type {} from '@fastify/multipart';
import { dealImportSchema, importMappingSchema, importReportSchema } from '@tokenholic/contracts';
import { inspectUpload, type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { checkImport, runImport, uploadImport } from './commands/start-import.ts';
import { undoImport } from './commands/undo-import.ts';
import { importRefused, MOST_MEGABYTES } from './domain/import/failures.ts';
import { listImports, readImport, writeErrorFile } from './queries/read-imports.ts';

const tags = ['deals'];
const config = { permission: 'deal.write' } as const;
const params = z.object({ importId: z.uuid() });
const response = { 200: dealImportSchema };
const PATH = '/api/deals/imports';

/** Tables of deals from outside: read, checked, imported, mended, taken back. */
export function importRoutes(kit: Kit): ServiceRoutes {
  return (app, _options, done) => {
    app.post(
      PATH,
      {
        config,
        schema: { tags, consumes: ['multipart/form-data'], response: { 201: dealImportSchema } },
      },
      async (request, reply) => {
        const file = await request.file({ limits: { fileSize: MOST_MEGABYTES * 1_000_000, files: 1 } });
        if (file === undefined) throw importRefused('file_missing');
        const bytes = await file.toBuffer().catch(() => null);
        if (bytes === null || file.file.truncated) throw importRefused('file_too_large');
        // What it is is found out by its bytes: people rename sheets.
        inspectUpload(file.filename, bytes, ['text', 'office']);
        const read = { fileName: file.filename, bytes };
        return reply.status(201).send(await uploadImport(kit, principalOf(request), read));
      },
    );
    app.get(
      PATH,
      { config, schema: { tags, response: { 200: z.object({ items: z.array(dealImportSchema) }) } } },
      async (request) => ({ items: await listImports(kit, principalOf(request)) }),
    );
    app.get(`${PATH}/:importId`, { config, schema: { tags, params, response } }, (request) =>
      readImport(kit, principalOf(request), request.params.importId),
    );
    app.post(
      `${PATH}/:importId/check`,
      {
        config,
        schema: { tags, params, body: importMappingSchema, response: { 200: importReportSchema } },
      },
      (request) => checkImport(kit, principalOf(request), request.params.importId, request.body),
    );
    app.post(`${PATH}/:importId/run`, { config, schema: { tags, params, response } }, (request) =>
      runImport(kit, principalOf(request), request.params.importId),
    );
    app.post(`${PATH}/:importId/undo`, { config, schema: { tags, params, response } }, (request) =>
      undoImport(kit, principalOf(request), request.params.importId),
    );
    app.get(`${PATH}/:importId/errors`, { config, schema: { tags, params } }, async (request, reply) => {
      const text = await writeErrorFile(kit, principalOf(request), request.params.importId);
      return reply
        .header('content-disposition', 'attachment; filename="import-errors.csv"')
        .type('text/csv; charset=utf-8')
        .serializer((body) => String(body))
        .send(text);
    });
    done();
  };
}
