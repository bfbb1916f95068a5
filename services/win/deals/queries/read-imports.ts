import type { DealImport } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal, type TenantTransaction } from '@tokenholic/kit';
import { and, asc, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { writeCsv } from '../domain/import/read-table.ts';
import { type ImportRow, importProblems, imports } from '../tables.ts';

const SAMPLE_LINES = 6;
export const linesKey = (importId: string) => `deal-imports/${importId}`;
const linesSchema = z.array(z.array(z.string()));

/** The lines below the heading, as they were read from the file. */
export async function readLines(kit: Kit, organizationId: string, importId: string): Promise<string[][]> {
  const bytes = await kit.blobs.get(organizationId, linesKey(importId));
  if (bytes === null) throw notFound();
  return linesSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
}

/** One's own import; those of colleagues are not found. */
export async function findImport(
  tx: TenantTransaction,
  principal: Pick<Principal, 'user'>,
  importId: string,
): Promise<ImportRow> {
  const [row] = await tx.db
    .select()
    .from(imports)
    .where(and(eq(imports.id, importId), eq(imports.userId, principal.user.id)));
  if (row === undefined) throw notFound();
  return row;
}

export function toImport(row: ImportRow, lines: readonly string[][]): DealImport {
  const { id, fileName, encoding, status, headings, position, created, skipped, wrong, kept, mapping } = row;
  return {
    ...{ id, fileName, encoding, status, headings, position, created, skipped, wrong, kept, mapping },
    lines: row.lines,
    sample: lines.slice(0, SAMPLE_LINES),
    at: row.at.toISOString(),
  };
}

export async function readImport(kit: Kit, principal: Principal, importId: string): Promise<DealImport> {
  const home = principal.homeOrganizationId;
  const row = await kit.database.withTenant([home], (tx) => findImport(tx, principal, importId));
  return toImport(row, row.status === 'uploaded' ? await readLines(kit, home, importId) : []);
}

/** The newest of one's own imports. */
export async function listImports(kit: Kit, principal: Principal): Promise<DealImport[]> {
  const rows = await kit.database.withTenant([principal.homeOrganizationId], (tx) =>
    tx.db
      .select()
      .from(imports)
      .where(eq(imports.userId, principal.user.id))
      .orderBy(desc(imports.at))
      .limit(20),
  );
  return rows.map((row) => toImport(row, []));
}

/** The lines that did not become deals, each with why, as a table that can be mended and imported again. */
export async function writeErrorFile(kit: Kit, principal: Principal, importId: string): Promise<string> {
  const home = principal.homeOrganizationId;
  const lines = await readLines(kit, home, importId);
  return kit.database.withTenant([home], async (tx) => {
    const { headings } = await findImport(tx, principal, importId);
    const problems = await tx.db
      .select()
      .from(importProblems)
      .where(eq(importProblems.importId, importId))
      .orderBy(asc(importProblems.line));
    return writeCsv(
      ['行 / Line', '原因 / Reason', ...headings],
      problems.map(({ line, text }) => [String(line), `${text.zh} / ${text.en}`, ...(lines[line - 2] ?? [])]),
    );
  });
}
