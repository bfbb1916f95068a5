import type {} from '@fastify/multipart';
import { faqEntrySchema, webAddressSchema } from '@tokenholic/contracts';
import { inspectUpload, type Kit, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { addDocument, editEntry, readAgain, removeDocument } from './commands/documents.ts';
import { fileMissing, fileTooLarge } from './domain/failures.ts';
import { done, home, made, oneCollection, oneDocument, tags, write } from './routes.ts';

const MAXIMUM_FILE_MEGABYTES = 50;
const ok = { done: true as const };

/** Documents come in as files, addresses and typed entries; they are read again, changed and deleted. */
export function documentRoutes(kit: Kit): ServiceRoutes {
  return (app, _options, finish) => {
    app.post(
      '/api/knowledge/collections/:collectionId/files',
      {
        config: write,
        schema: { tags, consumes: ['multipart/form-data'], params: oneCollection, response: { 202: made } },
      },
      async (request, reply) => {
        const file = await request.file({ limits: { fileSize: MAXIMUM_FILE_MEGABYTES * 1_000_000 } });
        if (file === undefined) throw fileMissing();
        const bytes = await file.toBuffer().catch(() => {
          throw fileTooLarge(MAXIMUM_FILE_MEGABYTES);
        });
        inspectUpload(file.filename, bytes);
        const document = { kind: 'file' as const, fileName: file.filename, mediaType: file.mimetype, bytes };
        const id = await addDocument(kit, home(request), request.params.collectionId, document);
        return reply.status(202).send({ id });
      },
    );
    app.post(
      '/api/knowledge/collections/:collectionId/pages',
      {
        config: write,
        schema: {
          tags,
          params: oneCollection,
          body: z.object({ url: webAddressSchema }),
          response: { 202: made },
        },
      },
      async (request, reply) => {
        const document = { kind: 'url' as const, url: request.body.url };
        const id = await addDocument(kit, home(request), request.params.collectionId, document);
        return reply.status(202).send({ id });
      },
    );
    app.post(
      '/api/knowledge/collections/:collectionId/entries',
      {
        config: write,
        schema: { tags, params: oneCollection, body: faqEntrySchema, response: { 202: made } },
      },
      async (request, reply) => {
        const document = { kind: 'faq' as const, entry: request.body };
        const id = await addDocument(kit, home(request), request.params.collectionId, document);
        return reply.status(202).send({ id });
      },
    );
    app.put(
      '/api/knowledge/documents/:documentId/entry',
      { config: write, schema: { tags, params: oneDocument, body: faqEntrySchema, response: { 200: done } } },
      async (request) => {
        await editEntry(kit, home(request), request.params.documentId, request.body);
        return ok;
      },
    );
    app.post(
      '/api/knowledge/documents/:documentId/read-again',
      { config: write, schema: { tags, params: oneDocument, response: { 200: done } } },
      async (request) => {
        await readAgain(kit, home(request), request.params.documentId);
        return ok;
      },
    );
    app.delete(
      '/api/knowledge/documents/:documentId',
      { config: write, schema: { tags, params: oneDocument, response: { 200: done } } },
      async (request) => {
        await removeDocument(kit, home(request), request.params.documentId);
        return ok;
      },
    );
    finish();
  };
}
