import type { Kit } from '@tokenholic/kit';
import { uuidv7 } from 'uuidv7';
import { storeChunks } from '../../services/build/knowledge/commands/store-chunks.ts';
import { prepareChunk } from '../../services/build/knowledge/domain/index/prepare.ts';
import { documents } from '../../services/build/knowledge/tables.ts';

/** Puts one document of given passages into a collection, as the indexing job does once it has cut a text. */
export async function loadDocument(
  kit: Kit,
  organizationId: string,
  collectionId: string,
  passages: readonly string[],
): Promise<string> {
  const documentId = uuidv7();
  const prepared = passages.map((text) => prepareChunk('', { heading: [], page: null, text }));
  await kit.database.withTenant([organizationId], async (tx) => {
    const row = { id: documentId, organizationId, collectionId, kind: 'file' as const, title: '' };
    await tx.db.insert(documents).values({ ...row, status: 'ready', createdAt: kit.now() });
    await storeChunks(tx, { organizationId, collectionId, documentId, title: '' }, prepared);
  });
  return documentId;
}
