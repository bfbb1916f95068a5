import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { collectionReadOnly, collectionUnknown } from '../domain/failures.ts';
import { askToForget } from '../jobs/forget-passages.ts';
import { blobKey } from '../jobs/read-source.ts';
import { collections, documents } from '../tables.ts';

export interface NewCollection {
  /** Given when the same collection may be made twice and must be there once. */
  id?: string;
  name: string;
}

export async function createCollection(
  kit: Kit,
  organizationId: string,
  { id, name }: NewCollection,
): Promise<string> {
  const collectionId = id ?? uuidv7();
  await kit.database.withTenant([organizationId], async (tx) => {
    const made = await tx.db
      .insert(collections)
      .values({ id: collectionId, organizationId, name: { zh: name, en: name }, createdAt: kit.now() })
      .onConflictDoNothing()
      .returning({ id: collections.id });
    if (made.length > 0)
      await tx.audit(organizationId, {
        action: 'knowledge.collection_create',
        subject: collectionId,
        after: { name },
      });
  });
  return collectionId;
}

/** The collection, if one may write to it. */
export async function requireOwnCollection(tx: TenantTransaction, collectionId: string) {
  const [row] = await tx.db.select().from(collections).where(eq(collections.id, collectionId));
  if (row === undefined) throw collectionUnknown();
  if (row.readOnly) throw collectionReadOnly();
  return row;
}

/** Deletes a collection with all that is in it: documents, files, passages, index, tests. */
export async function removeCollection(
  kit: Kit,
  organizationId: string,
  collectionId: string,
): Promise<void> {
  const files = await kit.database.withTenant([organizationId], async (tx) => {
    const { name } = await requireOwnCollection(tx, collectionId);
    const rows = await tx.db
      .select({ id: documents.id })
      .from(documents)
      .where(eq(documents.collectionId, collectionId));
    await tx.db.delete(collections).where(eq(collections.id, collectionId));
    await askToForget(tx, organizationId, { collectionId, numbers: null });
    await tx.audit(organizationId, {
      action: 'knowledge.collection_remove',
      subject: collectionId,
      before: { name },
    });
    return rows;
  });
  for (const { id } of files) await kit.blobs.remove(organizationId, blobKey(id));
}
