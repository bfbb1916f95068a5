import type { DealFile } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import { and, desc, eq } from 'drizzle-orm';
import { sealedFiles } from '../sealed.ts';
import { type FileRow, files } from '../tables.ts';
import { findDeal, withClients } from './deal-access.ts';

export const fileKey = (fileId: string) => `deal-files/${fileId}`;

export function toFile({ id, name, kind, bytes, byName, at }: FileRow): DealFile {
  return { id, name, kind, bytes, by: byName, at: at.toISOString() };
}

export async function listFiles(kit: Kit, principal: Principal, dealId: string): Promise<DealFile[]> {
  return withClients(kit, principal, async (tx) => {
    await findDeal(tx, dealId);
    const rows = await tx.db
      .select()
      .from(files)
      .where(eq(files.dealId, dealId))
      .orderBy(desc(files.at), desc(files.id));
    return (await tx.open(sealedFiles, rows)).map(toFile);
  });
}

export async function readFileOf(
  kit: Kit,
  principal: Principal,
  { dealId, fileId }: { dealId: string; fileId: string },
): Promise<{ row: FileRow; bytes: Uint8Array }> {
  const row = await withClients(kit, principal, async (tx) => {
    const [found] = await tx.db
      .select()
      .from(files)
      .where(and(eq(files.id, fileId), eq(files.dealId, dealId)));
    if (found === undefined) throw notFound();
    return found;
  });
  const bytes = await kit.blobs.get(row.organizationId, fileKey(fileId));
  if (bytes === null) throw notFound();
  return { row, bytes };
}
