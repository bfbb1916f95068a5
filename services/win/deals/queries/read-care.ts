import type { CareStep, Duplicate, LocalizedText } from '@tokenholic/contracts';
import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import { desc, eq, isNull, sql } from 'drizzle-orm';
import { duplicateAccounts, duplicateContacts, duplicateDeals } from '../domain/care/duplicates.ts';
import { type StageBook, stageBook } from '../domain/settings/stages.ts';
import { sealedCareSteps, sealedContacts } from '../sealed.ts';
import { accounts, careSteps, contacts, deals } from '../tables.ts';
import { withClients } from './deal-access.ts';
import { readSettings } from './settings.ts';

const MOST_READ = 20_000;
const MOST_SHOWN = 100;

/** Records that are probably one, the surest first; the one on which more hangs is proposed to stay. */
export async function findDuplicates(kit: Kit, principal: Principal): Promise<Duplicate[]> {
  const book = stageBook(await readSettings(kit, principal));
  return withClients(kit, principal, async (tx) => {
    const names = await tx.db.select({ id: accounts.organizationId, name: accounts.name }).from(accounts);
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    const found = [
      ...(await contactPairs(tx, nameOf)),
      ...(await dealPairs(tx, nameOf, book)),
      ...accountPairs(names, await dealCounts(tx)),
    ];
    return found.toSorted((a, b) => b.score - a.score).slice(0, MOST_SHOWN);
  });
}

const both = (zh: string, en: string): LocalizedText => ({ zh, en });

async function contactPairs(
  tx: TenantTransaction,
  nameOf: ReadonlyMap<string, string>,
): Promise<Duplicate[]> {
  const stored = await tx.db
    .select({
      ...{ id: contacts.id, organizationId: contacts.organizationId },
      ...{ name: contacts.name, title: contacts.title },
      ...{ email: contacts.email, phone: contacts.phone },
      weight: sql<number>`(select count(*)::int from deals.deal_contacts l where l.contact_id = deals.contacts.id)`,
    })
    .from(contacts)
    .where(isNull(contacts.erasedAt))
    .orderBy(contacts.createdAt)
    .limit(MOST_READ);
  const rows = (await tx.open(sealedContacts, stored)).map(({ organizationId: clientId, ...contact }) => ({
    ...contact,
    clientId,
  }));
  return duplicateContacts(rows).map(({ a, b, score, why }) => {
    const [keep, drop] = b.weight > a.weight ? [b, a] : [a, b];
    const side = ({ id, name, title, email, weight }: (typeof rows)[number]) => ({
      ...{ id, name, weight },
      about: both(
        [title, email, `${weight} 个商机`].filter(Boolean).join(' · '),
        [title, email, weight === 1 ? '1 deal' : `${weight} deals`].filter(Boolean).join(' · '),
      ),
    });
    const clientName = nameOf.get(a.clientId) ?? '';
    return { kind: 'contact', clientName, keep: side(keep), drop: side(drop), score, why };
  });
}

async function dealPairs(
  tx: TenantTransaction,
  nameOf: ReadonlyMap<string, string>,
  book: StageBook,
): Promise<Duplicate[]> {
  const rows = await tx.db
    .select({
      ...{ id: deals.id, clientId: deals.organizationId, title: deals.title, stage: deals.stage },
      ...{ amountMinor: deals.amountMinor, closeDate: deals.closeDate, products: deals.products },
      weight: sql<number>`${deals.activities} + ${deals.contacts}`,
    })
    .from(deals)
    .where(sql`${deals.closedAt} is null`)
    .orderBy(deals.createdAt)
    .limit(MOST_READ);
  return duplicateDeals(rows).map(({ a, b, score, why }) => {
    const [keep, drop] = b.weight > a.weight ? [b, a] : [a, b];
    const side = ({ id, title, stage, weight }: (typeof rows)[number]) => {
      const { zh, en } = book.nameOf(stage);
      return {
        id,
        name: title,
        weight,
        about: both(`${zh} · ${weight} 条记录和联系人`, `${en} · ${weight} records and people`),
      };
    };
    const clientName = nameOf.get(a.clientId) ?? '';
    return { kind: 'deal', clientName, keep: side(keep), drop: side(drop), score, why };
  });
}

async function dealCounts(tx: TenantTransaction): Promise<Map<string, number>> {
  const rows = await tx.db
    .select({ id: deals.organizationId, number: sql<number>`count(*)::int` })
    .from(deals)
    .groupBy(deals.organizationId);
  return new Map(rows.map(({ id, number }) => [id, number]));
}

function accountPairs(
  names: readonly { id: string; name: string }[],
  counts: ReadonlyMap<string, number>,
): Duplicate[] {
  return duplicateAccounts(names).map(({ a, b, score, why }) => {
    const side = ({ id, name }: { id: string; name: string }) => {
      const weight = counts.get(id) ?? 0;
      return {
        id,
        name,
        weight,
        about: both(`${weight} 个商机`, weight === 1 ? '1 deal' : `${weight} deals`),
      };
    };
    return { kind: 'account', clientName: a.name, keep: side(a), drop: side(b), score, why };
  });
}

/** What one has done to many records lately, to take it back. */
export async function listCareSteps(
  kit: Kit,
  principal: Principal,
): Promise<(CareStep & { records: number })[]> {
  const rows = await withClients(kit, principal, async (tx) => {
    const stored = await tx.db
      .select({
        ...{ id: careSteps.operationId, kind: careSteps.kind },
        organizationId: sql<string>`(array_agg(${careSteps.organizationId} order by ${careSteps.subjectId}))[1]`,
        text: sql<LocalizedText>`(array_agg(${careSteps.text} order by ${careSteps.subjectId}))[1]`,
        byName: sql<LocalizedText>`(array_agg(${careSteps.byName} order by ${careSteps.subjectId}))[1]`,
        at: sql<string>`max(${careSteps.at})`,
        undone: sql<boolean>`bool_and(${careSteps.undoneAt} is not null)`,
        records: sql<number>`count(*)::int`,
      })
      .from(careSteps)
      .where(eq(careSteps.userId, principal.user.id))
      .groupBy(careSteps.operationId, careSteps.kind)
      .orderBy(desc(sql`max(${careSteps.at})`))
      .limit(20);
    return tx.open(sealedCareSteps, stored);
  });
  return rows.map(({ organizationId: _, byName, ...row }) => ({
    ...{ ...row, by: byName, at: new Date(row.at).toISOString() },
  }));
}
