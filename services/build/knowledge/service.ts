import { defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import { reference } from '@tokenholic/reference';
import { createSemantics, noSemantics, type SemanticParts } from './adapters/semantics.ts';
import { BASE_ORGANIZATION } from './domain/base.ts';
import { glossaryEntries } from './domain/curated/glossary-entries.ts';
import { createGlossary } from './domain/retrieval/glossary.ts';
import { EMBED_QUEUE, embedCollection } from './jobs/embed-collection.ts';
import { INDEX_QUEUE, indexDocument } from './jobs/index-document.ts';
import { BASE_QUEUE, loadBase } from './jobs/load-base.ts';
import { createReadAgainClock } from './jobs/read-again-clock.ts';
import type { PageReader } from './ports.ts';
import { type Search, search, type Translate } from './queries/search.ts';
import { knowledgeRoutes } from './routes.ts';
import { documentRoutes } from './routes-documents.ts';
import { trialRoutes } from './routes-trials.ts';

export type { SemanticParts } from './adapters/semantics.ts';
export { createQdrantStore, type QdrantSettings } from './adapters/vectors/qdrant-store.ts';
export { createCollection } from './commands/collections.ts';
export { addDocument } from './commands/documents.ts';
export { addTrialQuestion } from './commands/trials.ts';
export { BASE_COLLECTION, readableBy } from './domain/base.ts';
export { loadBase } from './jobs/load-base.ts';
export type { Embedder, ListedPage, PageReader, ReadPage, Reranker, SitemapReader } from './ports.ts';
export type { Search };

export const knowledgeMigrations: MigrationSet = {
  schema: 'knowledge',
  folder: new URL('./migrations/', import.meta.url),
};
/** Vectors in the database; a server without pgvector does without. */
export const vectorMigrations: MigrationSet = {
  schema: 'knowledge_vectors',
  folder: new URL('./migrations-vectors/', import.meta.url),
  extension: 'vector',
};

let glossary: Translate | null = null;
/** What a question calls in the other language; built on the first question. */
export const translate: Translate = (question) => {
  glossary ??= createGlossary(glossaryEntries(reference));
  return glossary(question);
};

/** Asks the knowledge that these organisations may read, by words alone: the same answer with and without vectors. */
export const searchKnowledge = (kit: Kit, readable: readonly string[], wanted: Search) =>
  search(kit, readable, translate, wanted);

/** Keeps what a vendor knows: documents in collections, found by question, with the sentences that answer. */
export function knowledgeService(readPage: PageReader, parts: SemanticParts = noSemantics) {
  return defineService((kit: Kit): Service => {
    const semantics = createSemantics(kit, parts);
    const clock = createReadAgainClock(kit, semantics);
    return {
      name: 'knowledge',
      migrations: knowledgeMigrations,
      publishes: ['knowledge.document_indexed', 'knowledge.document_failed', 'knowledge.document_removed'],
      consumes: {},
      routes: (app, options, done) =>
        knowledgeRoutes(kit, translate, semantics)(app, options, () =>
          documentRoutes(kit)(app, options, () => trialRoutes(kit, translate, semantics)(app, options, done)),
        ),
      jobs: {
        [INDEX_QUEUE]: indexDocument(kit, readPage),
        [BASE_QUEUE]: () => loadBase(kit),
        [EMBED_QUEUE]: embedCollection(kit, semantics),
      },
      tasks: [],
      start: async () => {
        clock.start();
        await kit.database.withTenant([BASE_ORGANIZATION], (tx) =>
          tx.requestJob(BASE_ORGANIZATION, BASE_QUEUE, {}),
        );
      },
      stop: clock.stop,
    };
  });
}
