import {
  createCollectionSchema,
  knowledgeAnswerSchema,
  knowledgeCollectionSchema,
  knowledgeDocumentDetailSchema,
  knowledgeDocumentSchema,
  knowledgeSearchSchema,
} from '@tokenholic/contracts';
import { type Kit, pageOf, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import type { Semantics } from './adapters/semantics.ts';
import { createCollection, removeCollection } from './commands/collections.ts';
import { readableBy } from './domain/base.ts';
import { listCollections, listDocuments, readStoredDocument } from './queries/collections.ts';
import { search, type Translate } from './queries/search.ts';

export const read = { permission: 'knowledge.read' } as const;
export const write = { permission: 'knowledge.write' } as const;
export const tags = ['knowledge'];
export const oneCollection = z.object({ collectionId: z.uuid() });
export const oneDocument = z.object({ documentId: z.uuid() });
export const made = z.object({ id: z.uuid() });
export const done = z.object({ done: z.literal(true) });
export const home = (request: Parameters<typeof principalOf>[0]) => principalOf(request).homeOrganizationId;

/** Collections, their documents, and questions to them. */
export function knowledgeRoutes(kit: Kit, translate: Translate, semantics: Semantics): ServiceRoutes {
  return (app, _options, finish) => {
    app.get(
      '/api/knowledge/collections',
      {
        config: read,
        schema: { tags, response: { 200: z.object({ items: z.array(knowledgeCollectionSchema) }) } },
      },
      async (request) => ({ items: await listCollections(kit, readableBy(home(request)), semantics) }),
    );
    app.post(
      '/api/knowledge/collections',
      { config: write, schema: { tags, body: createCollectionSchema, response: { 201: made } } },
      async (request, reply) =>
        reply.status(201).send({ id: await createCollection(kit, home(request), request.body) }),
    );
    app.delete(
      '/api/knowledge/collections/:collectionId',
      { config: write, schema: { tags, params: oneCollection, response: { 200: done } } },
      async (request) => {
        await removeCollection(kit, home(request), request.params.collectionId);
        return { done: true as const };
      },
    );
    app.get(
      '/api/knowledge/collections/:collectionId/documents',
      {
        config: read,
        schema: {
          tags,
          params: oneCollection,
          querystring: z.object({ cursor: z.uuid().optional() }),
          response: { 200: pageOf(knowledgeDocumentSchema) },
        },
      },
      async (request) =>
        listDocuments(kit, readableBy(home(request)), request.params.collectionId, request.query.cursor),
    );
    app.get(
      '/api/knowledge/documents/:documentId',
      {
        config: read,
        schema: { tags, params: oneDocument, response: { 200: knowledgeDocumentDetailSchema } },
      },
      async (request) => readStoredDocument(kit, readableBy(home(request)), request.params.documentId),
    );
    app.post(
      '/api/knowledge/search',
      {
        config: read,
        schema: { tags, body: knowledgeSearchSchema, response: { 200: knowledgeAnswerSchema } },
      },
      async (request) => search(kit, readableBy(home(request)), translate, request.body, semantics),
    );
    finish();
  };
}
