import type { JobHandler, Kit, TenantTransaction } from '@tokenholic/kit';
import { EmbeddingBudgetSpent } from '@workflow/llm-sdk';
import { eq } from 'drizzle-orm';
import type { Semantics } from '../adapters/semantics.ts';
import type { VectorStore } from '../adapters/vectors/vector-store.ts';
import { BASE_ORGANIZATION } from '../domain/base.ts';
import { searchText } from '../domain/index/prepare.ts';
import type { Embedder } from '../ports.ts';
import { turnTables } from '../tables.ts';
import { askForMissing, askForWalk, type WalkedPassage, walkCollection } from './walk-collection.ts';

export const EMBED_QUEUE = 'knowledge-embed';

/** Passages embedded with one call. */
const BATCH = 16;
const table = turnTables.embed;

/** Says that passages of a collection are to be embedded; done in the transaction that adds them. */
export const askForEmbedding = (tx: TenantTransaction, organizationId: string, collectionId: string) =>
  askForWalk(tx, table, EMBED_QUEUE, { organizationId, collectionId });

/** Embeds what is not yet embedded by the present model. */
export function embedCollection(kit: Kit, semantics: Semantics): JobHandler {
  return async (data, { organizationId, signal }) => {
    const [embedder, store] = await Promise.all([semantics.embedder(organizationId), semantics.store()]);
    if (embedder === null || store === null) return;
    const collectionId = String(data.collectionId);
    const walk = walkCollection({
      ...{ kit, table, queue: EMBED_QUEUE, organizationId, collectionId, signal },
      ...{ doer: embedder.id, batch: BATCH },
      // Vectors of the model before would only lie about.
      clear: () => store.forget(organizationId, collectionId),
      work: (passages) => embed(embedder, store, organizationId, collectionId, passages),
      // A store outside the database must not keep them.
      gone: (numbers) => store.forget(organizationId, collectionId, numbers),
    });
    await walk.catch((error) => {
      // The clock asks again, and what is embedded stays: it goes on when the month or the limit is another.
      if (!(error instanceof EmbeddingBudgetSpent)) throw error;
      kit.logger.warn(
        { organizationId, collectionId },
        'the token budget is spent: passages wait for their vectors',
      );
    });
  };
}

async function embed(
  embedder: Embedder,
  store: VectorStore,
  organizationId: string,
  collectionId: string,
  passages: readonly WalkedPassage[],
): Promise<void> {
  const texts = passages.map(({ title, heading, text }) => searchText(title, heading, text));
  const vectors = await embedder.embed(texts, 'passage');
  const stored = passages.flatMap(({ number }, at) => {
    const vector = vectors[at];
    return vector?.length === embedder.dimensions ? [{ collectionId, number, vector }] : [];
  });
  if (stored.length !== passages.length)
    throw new Error(`The embedder ${embedder.id} gave other vectors than it was asked for`);
  await store.put(organizationId, embedder.id, stored);
}

/** Whether every passage of a collection can be found by meaning, by the present model. */
export async function isEmbedded(
  kit: Kit,
  semantics: Semantics,
  organizationId: string,
  collectionId: string,
): Promise<boolean> {
  const [embedder, store] = await Promise.all([semantics.embedder(organizationId), semantics.store()]);
  if (embedder === null || store === null) return false;
  const [turn] = await kit.database.withTenant([organizationId], ({ db }) =>
    db.select().from(table).where(eq(table.collectionId, collectionId)),
  );
  return turn !== undefined && turn.doer === embedder.id && turn.below >= turn.wanted;
}

/** Asks for the collections that the present model has not embedded to the end. */
export async function askForMissingVectors(kit: Kit, semantics: Semantics): Promise<number> {
  // Asked for its name alone: nothing is embedded here.
  const [embedder, store] = await Promise.all([semantics.embedder(BASE_ORGANIZATION), semantics.store()]);
  if (embedder === null || store === null) return 0;
  return askForMissing(kit, table, EMBED_QUEUE, embedder.id);
}
