import type { Kit } from '@tokenholic/kit';
import { uuidv7 } from 'uuidv7';
import { createCollection } from '../commands/collections.ts';
import { storeChunks } from '../commands/store-chunks.ts';
import { prepareChunk } from '../domain/index/prepare.ts';
import { documents } from '../tables.ts';

/** A collection whose passages exist as rows, numbered from 0. */
export async function makeCollection(kit: Kit, organizationId: string, passages: number): Promise<string> {
  const collectionId = await createCollection(kit, organizationId, { name: 'passages' });
  const documentId = uuidv7();
  await kit.database.withTenant([organizationId], async (tx) => {
    const row = { id: documentId, organizationId, collectionId, kind: 'file' as const, title: '' };
    await tx.db.insert(documents).values({ ...row, status: 'ready', createdAt: kit.now() });
    const chunks = Array.from({ length: passages }, (_, at) =>
      prepareChunk('', { heading: [], page: null, text: `passage ${at}` }),
    );
    await storeChunks(tx, { organizationId, collectionId, documentId, title: '' }, chunks);
  });
  return collectionId;
}
