import type { DealFilter, Language } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { asc, eq, sql } from 'drizzle-orm';
import { writeSheets } from '../adapters/write-sheets.ts';
import { dealTable } from '../domain/export/deal-table.ts';
import { writeCsv } from '../domain/import/read-table.ts';
import { toCard } from '../domain/present.ts';
import { stageBook } from '../domain/settings/stages.ts';
import { sealedContacts } from '../sealed.ts';
import { accounts, deals } from '../tables.ts';
import { conditionsOf } from './conditions.ts';
import { withClients } from './deal-access.ts';
import { withOwnerNames } from './owner-names.ts';
import { readSettings } from './settings.ts';

const MOST = 20_000;

/** The filtered deals as a file that opens in a spreadsheet and can be imported again. */
export async function exportDeals(
  kit: Kit,
  principal: Principal,
  filter: DealFilter,
  { format, language }: { format: 'csv' | 'xlsx'; language: Language },
): Promise<Uint8Array> {
  const settings = await readSettings(kit, principal);
  const book = stageBook(settings);
  const rows = await withClients(kit, principal, async (tx) => {
    const stored = await tx.db
      .select({
        ...{ deal: deals, name: accounts.name },
        contact: sql<{ name: string; title: string; email: string } | null>`(
          select jsonb_build_object('name', c.name, 'title', c.title, 'email', c.email) from deals.deal_contacts l
          join deals.contacts c on c.id = l.contact_id where l.deal_id = ${deals.id} order by l.added_at, c.id limit 1)`,
      })
      .from(deals)
      .leftJoin(accounts, eq(accounts.organizationId, deals.organizationId))
      .where(conditionsOf(filter, principal.user.id, kit.now(), book))
      .orderBy(asc(deals.createdAt), asc(deals.id))
      .limit(MOST);
    const people = await tx.open(
      sealedContacts,
      stored.map(({ deal, contact }) => ({ organizationId: deal.organizationId, ...contact })),
    );
    const owned = await withOwnerNames(
      tx,
      stored.map(({ deal }) => deal),
    );
    return stored.map((row, index) => ({
      ...{ ...row, deal: owned[index] ?? row.deal },
      contact: row.contact === null ? null : { ...row.contact, ...people[index] },
    }));
  });
  const { headings, lines } = dealTable(
    rows.map(({ deal, name, contact }) => ({
      card: toCard(deal, name ?? ''),
      outcome: deal.outcome,
      contact,
    })),
    { book, fields: settings.fields, language },
  );
  if (format === 'xlsx')
    return writeSheets([{ name: language === 'zh' ? '商机' : 'Deals', headings, lines }]);
  return Buffer.from(
    writeCsv(
      headings,
      lines.map((line) => line.map((cell) => String(cell ?? ''))),
    ),
  );
}
