import { type JobContext, type Kit, notFound, type TenantTransaction } from '@tokenholic/kit';
import { reference } from '@tokenholic/reference';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { noteChanges } from '../commands/keep-deal.ts';
import { featuresOf } from '../domain/coach/features.ts';
import { dayOf, inCny, isOpen, searchTextOf } from '../domain/deal.ts';
import { headlines } from '../domain/headline.ts';
import { datesOf, type PlannedDeal, type PlannedLine, planLines } from '../domain/import/plan-lines.ts';
import { isBinding } from '../domain/settings/binding.ts';
import { type StageBook, stageBook } from '../domain/settings/stages.ts';
import { namesOf, titlesOf } from '../queries/import-context.ts';
import { readLines } from '../queries/read-imports.ts';
import { settingsIn } from '../queries/settings.ts';
import { sealedContacts, sealedDeals, sealedImports } from '../sealed.ts';
import { contacts, dealContacts, deals, type ImportRow, importProblems, imports, marks } from '../tables.ts';
import { requestAsking } from './ask-for-deals.ts';

const BATCH = 400;
const dataSchema = z.object({ importId: z.uuid() });

/** Turns the lines of an import into deals, some hundreds a transaction; taken up again it goes on where it stood. */
export async function importDeals(
  kit: Kit,
  data: Record<string, unknown>,
  { organizationId: home, signal }: Pick<JobContext, 'organizationId' | 'signal'>,
): Promise<void> {
  const { importId } = dataSchema.parse(data);
  const lines = await readLines(kit, home, importId);
  for (let more = true; more; ) {
    if (signal.aborted) throw new Error('stopped between two batches');
    const clientIds = await clientsOf(kit, home, importId);
    more = await kit.database.withTenant([home, ...clientIds], (tx) => importBatch(kit, tx, importId, lines));
  }
}

async function clientsOf(kit: Kit, home: string, importId: string): Promise<string[]> {
  const [row] = await kit.database.withTenant([home], (tx) =>
    tx.db.select({ clientIds: imports.clientIds }).from(imports).where(eq(imports.id, importId)),
  );
  if (row === undefined) throw notFound();
  return row.clientIds;
}

/** False when there is nothing left to do. Position and deals commit together. */
async function importBatch(
  kit: Kit,
  tx: TenantTransaction,
  importId: string,
  lines: string[][],
): Promise<boolean> {
  const stored = await tx.db.select().from(imports).where(eq(imports.id, importId)).for('update');
  const [row] = await tx.open(sealedImports, stored);
  if (row === undefined || row.status !== 'running') return false;
  const now = kit.now();
  const batch = lines.slice(row.position, row.position + BATCH);
  const clients = await namesOf(tx);
  const settings = await settingsIn(tx, row.organizationId);
  const planned = planLines(batch, row.position, datesOf(lines, row.mapping).order, {
    ...{ importId, mapping: row.mapping, clients, known: await titlesOf(tx) },
    ...{ today: dayOf(now), stages: stageBook(settings), fields: settings.fields },
  });
  const made = planned.flatMap((one) => (one.kind === 'deal' ? [one.deal] : []));
  const nameOf = new Map([...clients].map(([name, id]) => [id, name]));
  if (made.length > 0) await keepDeals(tx, row, made, nameOf, now);
  await askAbout(tx, row, made, stageBook(settings));
  await keepProblems(tx, row, planned);
  const position = row.position + batch.length;
  const done = position >= lines.length;
  const count = (kind: PlannedLine['kind']) => planned.filter((one) => one.kind === kind).length;
  await tx.db
    .update(imports)
    .set({
      ...{ position, created: row.created + made.length, skipped: row.skipped + count('duplicate') },
      ...{ wrong: row.wrong + count('wrong'), status: done ? 'done' : 'running' },
    })
    .where(eq(imports.id, importId));
  return !done;
}

/** What comes in at a stage that binds us was agreed to elsewhere, or by nobody: whoever decides here is asked. */
async function askAbout(
  tx: TenantTransaction,
  { userId, organizationId: vendorId }: ImportRow,
  made: readonly PlannedDeal[],
  book: StageBook,
): Promise<void> {
  const binding = made.filter(({ stage }) => isOpen(stage) && isBinding(book, stage));
  for (const [clientId, group] of Map.groupBy(binding, (deal) => deal.clientId))
    await requestAsking(tx, clientId, {
      ...{ dealIds: group.map(({ id }) => id), why: 'imported' },
      asker: { id: userId, vendorId },
    });
}

async function keepProblems(
  tx: TenantTransaction,
  row: ImportRow,
  planned: readonly PlannedLine[],
): Promise<void> {
  const duplicate = {
    zh: '同一客户下已有同名商机，跳过',
    en: 'The client already has a deal of this name; skipped',
  };
  const problems = planned.flatMap((one) =>
    one.kind === 'deal' ? [] : [{ line: one.line, text: one.kind === 'wrong' ? one.text : duplicate }],
  );
  if (problems.length === 0) return;
  await tx.db
    .insert(importProblems)
    .values(problems.map((one) => ({ ...one, importId: row.id, organizationId: row.organizationId })))
    .onConflictDoNothing();
}

async function keepDeals(
  tx: TenantTransaction,
  row: ImportRow,
  made: readonly PlannedDeal[],
  nameOf: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const rows = made.map((deal) => rowOf(deal, row, nameOf.get(deal.clientId) ?? '', now));
  const sealed: NewDeal[] = [];
  for (const deal of rows) sealed.push(await tx.seal(sealedDeals, deal.organizationId, deal));
  await tx.db.insert(deals).values(sealed).onConflictDoNothing();
  await keepPeople(tx, row, made, now);
  await noteChanges(
    tx,
    rows.map(({ id, organizationId, stage, createdAt }) => ({
      // One change a deal: the deal's own id serves, and a batch sent twice makes no second one.
      ...{ id, organizationId, dealId: id, kind: 'created' as const, after: stage },
      ...{ byName: row.userName, at: createdAt },
    })),
  );
  await tx.db
    .insert(marks)
    .values(rows.map((deal) => markOf(deal)))
    .onConflictDoNothing();
  for (const [clientId, group] of Map.groupBy(made, (deal) => deal.clientId))
    await tx.publish(clientId, 'deal.imported', {
      ...{ headline: headlines.imported(group.length), importId: row.id },
      deals: group.map(({ id, fields, stage }) => ({ ...fields, dealId: id, stage })),
    });
}

type NewDeal = ReturnType<typeof rowOf>;

function rowOf(deal: PlannedDeal, row: ImportRow, clientName: string, now: Date) {
  const { id, clientId, fields, stage, createdOn, outcome, contact } = deal;
  const createdAt = new Date(`${createdOn}T00:00:00Z`);
  const closedAt = isOpen(stage) ? null : new Date(`${fields.closeDate}T00:00:00Z`);
  return {
    ...{ id, organizationId: clientId, ...fields, stage, createdAt, closedAt, outcome },
    stageSince: closedAt ?? now,
    amountCny: inCny(fields.amountMinor, fields.currency, reference.exchangeRate.cnyPerUsd),
    ownerId: row.userId,
    ownerName: row.userName,
    contacts: contact === null ? 0 : 1,
    roles: contact === null ? [] : [contact.role],
    searchText: searchTextOf(fields, clientName),
    custom: fields.custom ?? {},
    forecast: fields.forecast ?? ('pipeline' as const),
    importId: row.id,
  };
}

/** Of a closed deal the file does not say at which stage it was known so: the model learns without it. */
function markOf(deal: NewDeal) {
  const state = { ...deal, activities: 0, inbound: 0, pushes: 0 };
  const features = featuresOf(state, deal.createdAt);
  const open = isOpen(deal.stage);
  return {
    ...{ dealId: deal.id, organizationId: deal.organizationId, at: deal.createdAt },
    stage: open ? deal.stage : ('lead' as const),
    features: open
      ? features
      : Object.fromEntries(Object.entries(features).filter(([name]) => !name.startsWith('stage:'))),
  };
}

async function keepPeople(
  tx: TenantTransaction,
  row: ImportRow,
  made: readonly PlannedDeal[],
  now: Date,
): Promise<void> {
  const people = made.flatMap(({ id, clientId, contact }) =>
    contact === null ? [] : [{ dealId: id, clientId, contact }],
  );
  if (people.length === 0) return;
  const each = new Map(people.map((one) => [one.contact.id, one]));
  const sealed = [];
  for (const { clientId, contact } of each.values()) {
    const { id, name, title, email } = contact;
    const plain = {
      ...{ id, organizationId: clientId, name, title, email, phone: '', notes: '', custom: {} },
      ...{ createdAt: now, importId: row.id },
    };
    sealed.push(await tx.seal(sealedContacts, clientId, plain));
  }
  await tx.db.insert(contacts).values(sealed).onConflictDoNothing();
  await tx.db
    .insert(dealContacts)
    .values(
      people.map(({ dealId, clientId, contact: { id, role } }) => ({
        ...{ dealId, contactId: id, organizationId: clientId, role, addedAt: now },
      })),
    )
    .onConflictDoNothing();
}
