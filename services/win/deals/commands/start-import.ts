import type { DealImport, ImportMapping, ImportReport } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { reference } from '@tokenholic/reference';
import { eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { readFile } from '../adapters/read-file.ts';
import { dayOf, inCny } from '../domain/deal.ts';
import { guessColumns } from '../domain/import/columns.ts';
import { importRefused } from '../domain/import/failures.ts';
import { datesOf, type PlannedLine, planLines } from '../domain/import/plan-lines.ts';
import { stageBook } from '../domain/settings/stages.ts';
import { clientsOf } from '../queries/deal-access.ts';
import { namesOf, titlesOf } from '../queries/import-context.ts';
import { findImport, linesKey, readLines, toImport } from '../queries/read-imports.ts';
import { readSettings, settingsIn } from '../queries/settings.ts';
import { sealedImports } from '../sealed.ts';
import { imports } from '../tables.ts';

const PROBLEMS_SHOWN = 50;

/** Reads a file and guesses its columns. Nothing becomes a deal yet. */
export async function uploadImport(
  kit: Kit,
  principal: Principal,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Promise<DealImport> {
  const { headings, lines, encoding } = await readFile(bytes);
  const { fields } = await readSettings(kit, principal);
  const home = principal.homeOrganizationId;
  const row: typeof imports.$inferInsert = {
    ...{ id: uuidv7(), organizationId: home, userId: principal.user.id, userName: principal.user.name },
    ...{ fileName: fileName.slice(0, 200), encoding, status: 'uploaded', headings, lines: lines.length },
    mapping: { columns: guessColumns(headings, fields), clientId: null, dates: 'auto' },
    at: kit.now(),
  };
  await kit.blobs.put(home, linesKey(row.id), Buffer.from(JSON.stringify(lines)));
  return kit.database.withTenant([home], async (tx) => {
    await tx.db.insert(imports).values(await tx.seal(sealedImports, home, row));
    return toImport(await findImport(tx, principal, row.id), lines);
  });
}

/** What would become of the file under these columns; nothing is changed but the columns. */
export async function checkImport(
  kit: Kit,
  principal: Principal,
  importId: string,
  mapping: ImportMapping,
): Promise<ImportReport> {
  const home = principal.homeOrganizationId;
  const lines = await readLines(kit, home, importId);
  return kit.database.withTenant([home, ...clientsOf(principal)], async (tx) => {
    const row = await findImport(tx, principal, importId);
    if (row.status !== 'uploaded') throw importRefused('already_started');
    if (mapping.columns.length !== row.headings.length) throw importRefused('columns_changed');
    if (!mapping.columns.includes('client') && mapping.clientId === null)
      throw importRefused('no_client_column');
    await tx.db.update(imports).set({ mapping }).where(eq(imports.id, importId));
    const { order, notes } = datesOf(lines, mapping);
    const settings = await settingsIn(tx, home);
    const clients = await namesOf(tx);
    const mine = mapping.clientId !== null && ![...clients.values()].includes(mapping.clientId);
    if (mine) throw importRefused('no_client_column');
    const planned = planLines(lines, 0, order, {
      ...{ importId, mapping, clients, known: await titlesOf(tx) },
      ...{ today: dayOf(kit.now()), stages: stageBook(settings), fields: settings.fields },
    });
    return { ...reportOf(planned), notes };
  });
}

function reportOf(planned: readonly PlannedLine[]): Omit<ImportReport, 'notes'> {
  const ready = planned.flatMap((one) => (one.kind === 'deal' ? [one.deal.fields] : []));
  const wrong = planned.flatMap((one) => (one.kind === 'wrong' ? [{ line: one.line, text: one.text }] : []));
  return {
    ready: ready.length,
    duplicates: planned.filter(({ kind }) => kind === 'duplicate').length,
    wrong: wrong.length,
    amountCny: ready.reduce(
      (sum, { amountMinor, currency }) =>
        sum + inCny(amountMinor, currency, reference.exchangeRate.cnyPerUsd),
      0,
    ),
    problems: wrong.slice(0, PROBLEMS_SHOWN),
  };
}

/** Begins the import as a job. Asked again it changes nothing; an interrupted one is taken up where it stood. */
export async function runImport(kit: Kit, principal: Principal, importId: string): Promise<DealImport> {
  const home = principal.homeOrganizationId;
  return kit.database.withTenant([home], async (tx) => {
    const before = await findImport(tx, principal, importId);
    const { columns, clientId } = before.mapping;
    if (!columns.includes('client') && clientId === null) throw importRefused('no_client_column');
    if (before.status === 'done' || before.status === 'undone') throw importRefused('already_started');
    const changes = { status: 'running' as const, clientIds: clientsOf(principal) };
    await tx.db.update(imports).set(changes).where(eq(imports.id, importId));
    await tx.requestJob(home, 'deals.import', { importId });
    await tx.audit(home, { action: 'deal.import', subject: importId, after: { fileName: before.fileName } });
    return toImport({ ...before, ...changes }, []);
  });
}
