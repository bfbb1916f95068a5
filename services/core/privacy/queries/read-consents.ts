import type { Consent, ConsentCheck, ConsentPurpose } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { and, desc, eq, lt, or, sql } from 'drizzle-orm';
import { standOf } from '../domain/consent.ts';
import { sealedConsents } from '../sealed.ts';
import { consents } from '../tables.ts';
import { standOfContacts } from './stand-of-contacts.ts';

type Row = typeof consents.$inferSelect;

const newestFirst = [desc(consents.decidedAt), desc(consents.recordedAt), desc(consents.id)];

/** True when a later decision of the same address and purpose stands. */
const superseded = sql<boolean>`exists (select 1 from privacy.consents later
  where later.organization_id = consents.organization_id and later.address_index = consents.address_index
    and later.purpose = consents.purpose
    and (later.decided_at, later.recorded_at, later.id) > (consents.decided_at, consents.recorded_at, consents.id))`;

function toConsent(row: Row, isSuperseded: boolean, now: Date): Consent {
  const { id, address, purpose, decision, source, proof, recordedBy } = row;
  return {
    ...{ id, address, purpose, decision, source, proof, recordedBy },
    decidedAt: row.decidedAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    counts: !isSuperseded && standOf(row, now).allowed,
    superseded: isSuperseded,
  };
}

async function opened(
  kit: Kit,
  tx: TenantTransaction,
  rows: readonly { row: Row; superseded: boolean }[],
): Promise<Consent[]> {
  const plain = await kit.vault.open(
    tx,
    sealedConsents,
    rows.map(({ row }) => row),
  );
  const now = kit.now();
  return plain.map((row, index) => toConsent(row, rows[index]?.superseded ?? false, now));
}

/** Decisions of a client's people, the newest first; those that a later one replaced only when history is wanted. */
export async function listConsents(
  kit: Kit,
  clientId: string,
  page: { cursor?: string | undefined; limit: number; history: boolean },
): Promise<{ items: Consent[]; nextCursor: string | null }> {
  const [at = '', id = ''] = (page.cursor ?? '').split('_');
  const before = Number.isNaN(Date.parse(at)) ? null : new Date(at);
  return kit.database.withTenant([clientId], async (tx) => {
    const rows = await tx.db
      .select({ row: consents, superseded })
      .from(consents)
      .where(
        and(
          eq(consents.organizationId, clientId),
          page.history ? undefined : sql`not ${superseded}`,
          before === null
            ? undefined
            : or(lt(consents.decidedAt, before), and(eq(consents.decidedAt, before), lt(consents.id, id))),
        ),
      )
      .orderBy(desc(consents.decidedAt), desc(consents.id))
      .limit(page.limit + 1);
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1)?.row;
    return {
      items: await opened(kit, tx, shown),
      nextCursor:
        rows.length > page.limit && last !== undefined ? `${last.decidedAt.toISOString()}_${last.id}` : null,
    };
  });
}

/** Everything one address ever decided, the newest first. */
export async function historyOf(kit: Kit, clientId: string, address: string): Promise<Consent[]> {
  return kit.database.withTenant([clientId], async (tx) => {
    const wanted = await kit.vault.lookUp(tx, sealedConsents, 'address', clientId, address);
    const rows = await tx.db
      .select({ row: consents, superseded })
      .from(consents)
      .where(and(eq(consents.organizationId, clientId), eq(consents.addressIndex, wanted)))
      .orderBy(...newestFirst)
      .limit(200);
    return opened(kit, tx, rows);
  });
}

/** Whether an address may be used for a purpose, by its decisions, else by what the purpose rests on. Whoever sends, calls or profiles asks this first. */
export async function checkConsent(
  kit: Kit,
  clientId: string,
  address: string,
  purpose: ConsentPurpose,
): Promise<ConsentCheck> {
  return kit.database.withTenant([clientId], async (tx) => {
    const asked = { contactId: address, addresses: [address] };
    const stands = await standOfContacts(tx, clientId, [asked], purpose, kit.now());
    const stand = stands.get(address);
    if (stand === undefined) throw new Error('No stand was told of an address that was asked for');
    return stand;
  });
}
