import type {} from '@fastify/multipart';
import { dealFileSchema, keepNotesSchema, notesReadingSchema } from '@tokenholic/contracts';
import { type FileKind, inspectUpload, type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { addFile, type GivenFile, removeFile } from './commands/add-file.ts';
import { keepMeeting } from './commands/keep-meeting.ts';
import { readMeeting } from './commands/read-meeting.ts';
import { type FileRefusal, fileRefused, MOST_FILE_MEGABYTES } from './domain/files/failures.ts';
import type { MayRecord } from './ports.ts';
import { listFiles, readFileOf } from './queries/read-files.ts';

const tags = ['deals'];
const read = { permission: 'deal.read' } as const;
const write = { permission: 'deal.write' } as const;
const params = z.object({ dealId: z.uuid() });
const fileParams = params.extend({ fileId: z.uuid() });
const none = { 204: z.null() };
const consumes = ['multipart/form-data'];

/** The one file of a form; refused as a whole when it is larger than allowed, or not what it says. `kinds`: whatever its name. */
export async function formFile(
  request: FastifyRequest,
  megabytes: number,
  tooLarge: FileRefusal,
  kinds?: readonly FileKind[],
): Promise<GivenFile> {
  const file = await request.file({ limits: { fileSize: megabytes * 1_000_000, files: 1 } });
  if (file === undefined) throw fileRefused('missing');
  const bytes = await file.toBuffer().catch(() => null);
  if (bytes === null || file.file.truncated) throw fileRefused(tooLarge);
  inspectUpload(file.filename, bytes, kinds);
  return { name: file.filename, bytes };
}

/** Files of a deal, and meetings whose notes are read. */
export function fileRoutes(kit: Kit, llm: Llm, mayRecord: MayRecord): ServiceRoutes {
  return (app, _options, done) => {
    app.get(
      '/api/deals/:dealId/files',
      {
        config: read,
        schema: { tags, params, response: { 200: z.object({ items: z.array(dealFileSchema) }) } },
      },
      async (request) => ({ items: await listFiles(kit, principalOf(request), request.params.dealId) }),
    );
    app.post(
      '/api/deals/:dealId/files',
      { config: write, schema: { tags, params, consumes, response: { 201: dealFileSchema } } },
      async (request, reply) => {
        const file = await formFile(request, MOST_FILE_MEGABYTES, 'too_large');
        return reply.status(201).send(await addFile(kit, principalOf(request), request.params.dealId, file));
      },
    );
    app.get(
      '/api/deals/:dealId/files/:fileId',
      { config: read, schema: { tags, params: fileParams } },
      async (request, reply) => {
        const { row, bytes } = await readFileOf(kit, principalOf(request), request.params);
        // Never drawn in the product's own pages, whatever the file holds.
        return reply
          .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(row.name)}`)
          .header('x-content-type-options', 'nosniff')
          .header('content-security-policy', "sandbox; default-src 'none'")
          .type(row.mediaType)
          .send(Buffer.from(bytes));
      },
    );
    app.delete(
      '/api/deals/:dealId/files/:fileId',
      { config: write, schema: { tags, params: fileParams, response: none } },
      async (request, reply) => {
        await removeFile(kit, principalOf(request), request.params);
        return reply.status(204).send(null);
      },
    );
    app.post(
      '/api/deals/:dealId/notes/read',
      {
        config: write,
        schema: {
          ...{ tags, params, consumes },
          querystring: z.object({ day: z.iso.date().optional() }),
          response: { 200: notesReadingSchema },
        },
      },
      async (request) => {
        const { bytes } = await formFile(request, MOST_FILE_MEGABYTES, 'too_large', ['text']);
        const asked = { bytes, day: request.query.day ?? null };
        return readMeeting(kit, llm, mayRecord, principalOf(request), request.params.dealId, asked);
      },
    );
    app.post(
      '/api/deals/:dealId/notes',
      { config: write, schema: { tags, params, body: keepNotesSchema, response: none } },
      async (request, reply) => {
        await keepMeeting(kit, mayRecord, principalOf(request), request.params.dealId, request.body);
        return reply.status(204).send(null);
      },
    );
    done();
  };
}
