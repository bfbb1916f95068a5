import { defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import { reference } from '@tokenholic/reference';
import { BASE_ORGANIZATION } from './domain/base.ts';
import { glossaryEntries } from './domain/curated/glossary-entries.ts';
import { createGlossary } from './domain/retrieval/glossary.ts';
import { INDEX_QUEUE, indexDocument } from './jobs/index-document.ts';
import { BASE_QUEUE, loadBase } from './jobs/load-base.ts';
import { createReadAgainClock } from './jobs/read-again-clock.ts';
import type { PageReader } from './ports.ts';
import { type Search, search, type Translate } from './queries/search.ts';
import { knowledgeRoutes } from './routes.ts';
import { documentRoutes } from './routes-documents.ts';
import { trialRoutes } from './routes-trials.ts';

export { createCollection } from './commands/collections.ts';
export { addDocument } from './commands/documents.ts';
export { addTrialQuestion } from './commands/trials.ts';
export { BASE_COLLECTION, readableBy } from './domain/base.ts';
export { loadBase } from './jobs/load-base.ts';
export type { PageReader, ReadPage } from './ports.ts';
export type { Search };

export const knowledgeMigrations: MigrationSet = {
  schema: 'knowledge',
  folder: new URL('./migrations/', import.meta.url),
};

let glossary: Translate | null = null;
/** What a question calls in the other language; built on the first question. */
export const translate: Translate = (question) => {
  glossary ??= createGlossary(glossaryEntries(reference));
  return glossary(question);
};

/** Asks the knowledge that these organisations may read. */
export const searchKnowledge = (kit: Kit, readable: readonly string[], wanted: Search) =>
  search(kit, readable, translate, wanted);

/** Keeps what a vendor knows: documents in collections, found by question, with the sentences that answer. */
export function knowledgeService(readPage: PageReader) {
  return defineService((kit: Kit): Service => {
    const clock = createReadAgainClock(kit);
    return {
      name: 'knowledge',
      migrations: knowledgeMigrations,
      publishes: ['knowledge.document_indexed', 'knowledge.document_failed', 'knowledge.document_removed'],
      consumes: {},
      routes: (app, options, done) =>
        knowledgeRoutes(kit, translate)(app, options, () =>
          documentRoutes(kit)(app, options, () => trialRoutes(kit, translate)(app, options, done)),
        ),
      jobs: { [INDEX_QUEUE]: indexDocument(kit, readPage), [BASE_QUEUE]: () => loadBase(kit) },
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
