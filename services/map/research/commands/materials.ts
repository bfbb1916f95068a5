import type { Material } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { and, asc, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { materials } from '../tables.ts';

const blobKey = (id: string) => `materials/${id}`;

function toMaterial(row: typeof materials.$inferSelect): Material {
  const { id, organizationId, fileName, mediaType, bytes, createdAt } = row;
  return { id, clientId: organizationId, fileName, mediaType, bytes, createdAt: createdAt.toISOString() };
}

export interface NewMaterial {
  /** Given when the same file may be added twice and must be kept once. */
  id?: string;
  fileName: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** Keeps a file of a client. The bytes are on disk before the row says so. */
export async function addMaterial(kit: Kit, clientId: string, file: NewMaterial): Promise<Material> {
  const id = file.id ?? uuidv7();
  await kit.blobs.put(clientId, blobKey(id), file.bytes);
  return kit.database.withTenant([clientId], async (tx) => {
    const row = {
      id,
      organizationId: clientId,
      fileName: file.fileName.slice(0, 255),
      mediaType: file.mediaType,
      bytes: file.bytes.byteLength,
      createdAt: kit.now(),
    };
    await tx.db.insert(materials).values(row).onConflictDoNothing();
    await tx.audit(clientId, { action: 'material.add', subject: id, after: { fileName: row.fileName } });
    return toMaterial(row);
  });
}

export async function listMaterials(kit: Kit, clientId: string): Promise<Material[]> {
  const rows = await kit.database.withTenant([clientId], (tx) =>
    tx.db
      .select()
      .from(materials)
      .where(eq(materials.organizationId, clientId))
      .orderBy(asc(materials.createdAt)),
  );
  return rows.map(toMaterial);
}

export async function removeMaterial(kit: Kit, clientId: string, materialId: string): Promise<void> {
  await kit.database.withTenant([clientId], async (tx) => {
    await tx.db
      .delete(materials)
      .where(and(eq(materials.organizationId, clientId), eq(materials.id, materialId)));
    await tx.audit(clientId, { action: 'material.remove', subject: materialId });
  });
  await kit.blobs.remove(clientId, blobKey(materialId));
}

/** The files a run asks for, with their bytes; one that is gone is left out. */
export async function loadFiles(kit: Kit, clientId: string, ids: readonly string[]) {
  const known = await listMaterials(kit, clientId);
  const files = [];
  for (const { id, fileName, mediaType } of known.filter((material) => ids.includes(material.id))) {
    const bytes = await kit.blobs.get(clientId, blobKey(id));
    if (bytes !== null) files.push({ id, fileName, mediaType, bytes });
  }
  return files;
}
