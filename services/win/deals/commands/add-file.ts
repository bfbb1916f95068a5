import { createHash } from 'node:crypto';
import type { DealFile } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal, type TenantTransaction } from '@tokenholic/kit';
import { and, count, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { fileRefused, MOST_FILE_MEGABYTES, MOST_FILES } from '../domain/files/failures.ts';
import { kindOfFile } from '../domain/files/file-kinds.ts';
import { headlines } from '../domain/headline.ts';
import { findDeal, withClients } from '../queries/deal-access.ts';
import { fileKey, toFile } from '../queries/read-files.ts';
import { sealedFiles } from '../sealed.ts';
import { type FileRow, files } from '../tables.ts';

export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

/** Keeps a file with a deal. */
export async function addFile(
  kit: Kit,
  principal: Principal,
  dealId: string,
  file: GivenFile,
): Promise<DealFile> {
  const { organizationId } = await withClients(kit, principal, (tx) => findDeal(tx, dealId));
  const row = await storeFile(kit, principal, { dealId, organizationId }, file);
  return withClients(kit, principal, async (tx) => {
    await findDeal(tx, dealId);
    await noteFile(tx, row);
    return toFile(row);
  });
}

/** Puts the bytes away, which `inspectUpload` has seen; the row is the caller's to keep. A blob without a row is found by nobody. */
export async function storeFile(
  kit: Kit,
  { user }: Principal,
  { dealId, organizationId }: { dealId: string; organizationId: string },
  { name, bytes }: GivenFile,
): Promise<FileRow> {
  if (bytes.byteLength > MOST_FILE_MEGABYTES * 1_000_000) throw fileRefused('too_large');
  if (bytes.byteLength === 0) throw fileRefused('empty');
  const { kind, mediaType } = kindOfFile(name);
  const id = uuidv7();
  await kit.blobs.put(organizationId, fileKey(id), bytes);
  return {
    ...{ id, organizationId, dealId, name: safeName(name), kind, mediaType },
    ...{ bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') },
    ...{ byName: user.name, at: kit.now() },
  };
}

export async function noteFile(tx: TenantTransaction, row: FileRow): Promise<void> {
  const [known] = await tx.db.select({ number: count() }).from(files).where(eq(files.dealId, row.dealId));
  if ((known?.number ?? 0) >= MOST_FILES) throw fileRefused('too_many');
  await tx.db.insert(files).values(await tx.seal(sealedFiles, row.organizationId, row));
  const { id: fileId, dealId, name, kind, bytes } = row;
  const headline = headlines.fileAdded(name);
  await tx.publish(row.organizationId, 'deal.file_added', { headline, dealId, fileId, name, kind, bytes });
}

/** Names come from outside: no paths, no control characters. */
function safeName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  return base.replace(/\p{C}/gu, '').trim().slice(-150) || 'file';
}

export async function removeFile(
  kit: Kit,
  principal: Principal,
  { dealId, fileId }: { dealId: string; fileId: string },
): Promise<void> {
  const organizationId = await withClients(kit, principal, async (tx) => {
    const which = and(eq(files.id, fileId), eq(files.dealId, dealId));
    const [row] = await tx.db.delete(files).where(which).returning();
    if (row === undefined) throw notFound();
    const headline = headlines.fileRemoved(row.name);
    await tx.publish(row.organizationId, 'deal.file_removed', { headline, dealId, fileId });
    await tx.audit(row.organizationId, {
      ...{ action: 'deal.remove_file', subject: dealId },
      before: { name: row.name, sha256: row.sha256 },
    });
    return row.organizationId;
  });
  await kit.blobs.remove(organizationId, fileKey(fileId));
}
