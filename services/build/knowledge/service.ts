import { defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import { reference } from '@tokenholic/reference';
import type { Llm } from '@workflow/llm-sdk';
import type { GraphStore } from './adapters/graph/graph-store.ts';
import { createSqlGraph } from './adapters/graph/sql-graph.ts';
import { createSemantics, noSemantics, type SemanticParts, type Semantics } from './adapters/semantics.ts';
import { BASE_ORGANIZATION } from './domain/base.ts';
import { glossaryEntries } from './domain/curated/glossary-entries.ts';
import { createGlossary } from './domain/retrieval/glossary.ts';
import { askForMissingVectors, EMBED_QUEUE, embedCollection } from './jobs/embed-collection.ts';
import { FORGET_QUEUE, forgetPassages } from './jobs/forget-passages.ts';
import { INDEX_QUEUE, indexDocument, PAGE_QUEUE } from './jobs/index-document.ts';
import { BASE_QUEUE, loadBase } from './jobs/load-base.ts';
import { createReadAgainClock } from './jobs/read-again-clock.ts';
import { askForMissingGraph, GRAPH_QUEUE, readGraph } from './jobs/read-graph.ts';
import { SYNC_QUEUE, syncSource } from './jobs/sync-source.ts';
import type { PageReader, SitemapReader } from './ports.ts';
import { documentStore } from './queries/documents-naming.ts';
import { type Search, search, type Translate } from './queries/search.ts';
import { knowledgeRoutes } from './routes.ts';
import { documentRoutes } from './routes-documents.ts';
import { graphRoutes } from './routes-graph.ts';
import { sourceRoutes } from './routes-sources.ts';
import { trialRoutes } from './routes-trials.ts';
import { extractRelations } from './tasks/extract-relations.ts';

export type { GraphStore } from './adapters/graph/graph-store.ts';
export { createSemantics, type SemanticParts, type Semantics } from './adapters/semantics.ts';
export { createQdrantStore, type QdrantSettings } from './adapters/vectors/qdrant-store.ts';
export { createCollection } from './commands/collections.ts';
export { addDocument } from './commands/documents.ts';
export { addTrialQuestion } from './commands/trials.ts';
export { BASE_COLLECTION, readableBy } from './domain/base.ts';
export { loadBase } from './jobs/load-base.ts';
export type { Embedder, ListedPage, PageReader, ReadPage, Reranker, SitemapReader } from './ports.ts';
export { documentStore };
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

/** Asks the knowledge that these organisations may read: by words, and by meaning too where somebody can say what is near. */
export const searchKnowledge = (
  kit: Kit,
  readable: readonly string[],
  wanted: Search,
  semantics: Semantics | null,
) => search(kit, readable, translate, wanted, semantics);

/** What knowledge can do beyond words and pages; each part may be absent. */
export interface KnowledgeParts {
  semantics?: SemanticParts;
  readSitemap?: SitemapReader;
  /** Absent: tables of the database. */
  graph?: GraphStore;
  /** Reads passages for the graph beside the rules. */
  llm?: Llm;
}

const noSitemaps: SitemapReader = () => Promise.reject(new Error('Nothing here reads sitemaps'));

/** Keeps what a vendor knows: documents in collections, found by question, with the sentences that answer. */
export function knowledgeService(readPage: PageReader, parts: KnowledgeParts = {}) {
  return defineService((kit: Kit): Service => {
    const semantics = createSemantics(kit, parts.semantics ?? noSemantics);
    const graph = parts.graph ?? createSqlGraph(kit);
    const llm = parts.llm ?? null;
    const clock = createReadAgainClock(kit, [
      () => askForMissingVectors(kit, semantics),
      () => askForMissingGraph(kit, graph, llm),
    ]);
    const index = indexDocument(kit, readPage);
    return {
      name: 'knowledge',
      migrations: knowledgeMigrations,
      publishes: ['knowledge.document_indexed', 'knowledge.document_failed', 'knowledge.document_removed'],
      consumes: {},
      routes: async (app, options) => {
        const parts = [
          knowledgeRoutes(kit, translate, semantics),
          documentRoutes(kit),
          trialRoutes(kit, translate, semantics),
          sourceRoutes(kit),
          graphRoutes(kit, graph),
        ];
        for (const routes of parts)
          await new Promise<void>((done) => void routes(app, options, () => done()));
      },
      jobs: {
        [INDEX_QUEUE]: index,
        [PAGE_QUEUE]: index,
        [SYNC_QUEUE]: syncSource(kit, parts.readSitemap ?? noSitemaps),
        [GRAPH_QUEUE]: readGraph(kit, graph, llm),
        [BASE_QUEUE]: () => loadBase(kit),
        [EMBED_QUEUE]: embedCollection(kit, semantics),
        [FORGET_QUEUE]: forgetPassages(kit, semantics, graph),
      },
      tasks: [extractRelations.name],
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
