import { createHash } from 'node:crypto';
import type { Kit } from '@tokenholic/kit';
import { reference } from '@tokenholic/reference';
import { eq } from 'drizzle-orm';
import { eraseDocument, storeChunks } from '../commands/store-chunks.ts';
import { BASE_COLLECTION, BASE_ORGANIZATION } from '../domain/base.ts';
import { chunkText } from '../domain/chunking/chunk-text.ts';
import type { CuratedDocument } from '../domain/curated/curated-document.ts';
import { curatedDocuments } from '../domain/curated/from-reference.ts';
import { prepareChunk } from '../domain/index/prepare.ts';
import { languageOf } from '../domain/retrieval/tokens.ts';
import { collections, documents } from '../tables.ts';
import { askForEmbedding } from './embed-collection.ts';
import { askForGraph } from './read-graph.ts';

export const BASE_QUEUE = 'knowledge-base';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const fingerprintOf = (document: CuratedDocument) => digest(JSON.stringify(document));
/** So many documents are written together; between them others get their turn. */
const TOGETHER = 20;

/** The same document of the reference has the same id on every installation. */
function idOf({ key }: CuratedDocument): string {
  const hex = digest(`curated/${key}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Brings the curated base in line with the reference: writes what is new or changed, erases what is gone. */
export async function loadBase(kit: Kit, wanted = curatedDocuments(reference)): Promise<void> {
  const present = await kit.database.withTenant([BASE_ORGANIZATION], async ({ db }) => {
    await db
      .insert(collections)
      .values({
        ...{ id: BASE_COLLECTION, organizationId: BASE_ORGANIZATION, readOnly: true, createdAt: kit.now() },
        name: { zh: '阿里云产品与案例（内置）', en: 'Alibaba Cloud products and cases (built in)' },
      })
      .onConflictDoNothing();
    return db
      .select({ id: documents.id, title: documents.title, fingerprint: documents.fingerprint })
      .from(documents)
      .where(eq(documents.collectionId, BASE_COLLECTION));
  });
  const known = new Map(present.map(({ id, fingerprint }) => [id, fingerprint]));
  const changed = wanted.filter((document) => known.get(idOf(document)) !== fingerprintOf(document));
  for (let at = 0; at < changed.length; at += TOGETHER) await write(kit, changed.slice(at, at + TOGETHER));
  const ids = new Set(wanted.map(idOf));
  const gone = present.filter(({ id }) => !ids.has(id));
  await kit.database.withTenant([BASE_ORGANIZATION], async (tx) => {
    for (const { id, title } of gone) await eraseDocument(tx, placeOf(id, title));
    if (changed.length > 0) {
      await askForEmbedding(tx, BASE_ORGANIZATION, BASE_COLLECTION);
      await askForGraph(tx, BASE_ORGANIZATION, BASE_COLLECTION);
    }
  });
}

const placeOf = (documentId: string, title: string) => ({
  organizationId: BASE_ORGANIZATION,
  collectionId: BASE_COLLECTION,
  documentId,
  title,
});

async function write(kit: Kit, some: readonly CuratedDocument[]): Promise<void> {
  const prepared = some.map((document) => ({
    document,
    chunks: chunkText(document.body).map((chunk) => prepareChunk(document.title, chunk)),
  }));
  await kit.database.withTenant([BASE_ORGANIZATION], async (tx) => {
    // Several processes start at once: one writes, the others find it written.
    await tx.db.select().from(collections).where(eq(collections.id, BASE_COLLECTION)).for('update');
    for (const { document, chunks } of prepared) {
      const { title, origin, asOf, body } = document;
      const id = idOf(document);
      const [before] = await tx.db.select().from(documents).where(eq(documents.id, id));
      if (before?.fingerprint === fingerprintOf(document)) continue;
      const row = {
        ...{
          title,
          origin,
          asOf,
          chunkCount: chunks.length,
          status: 'ready' as const,
          kind: 'curated' as const,
        },
        ...{ language: languageOf(body), fingerprint: fingerprintOf(document), readAt: kit.now() },
        ...{ organizationId: BASE_ORGANIZATION, collectionId: BASE_COLLECTION },
      };
      if (before === undefined) await tx.db.insert(documents).values({ ...row, id, createdAt: kit.now() });
      await storeChunks(tx, placeOf(id, before?.title ?? title), chunks);
      if (before !== undefined) await tx.db.update(documents).set(row).where(eq(documents.id, id));
    }
  });
}
