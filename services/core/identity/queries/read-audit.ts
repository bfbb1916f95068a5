import type { AuditChoices, AuditEntry, AuditFilter } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { inArray, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { sealedUsers } from '../sealed.ts';
import { users } from '../tables.ts';

const rowSchema = z.object({
  id: z.string(),
  place: z.coerce.number(),
  occurred_at: z.coerce.date(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  reason: z.string().nullable(),
});

export interface AuditPage extends Partial<AuditFilter> {
  cursor?: string | undefined;
  limit: number;
}

const DAY = 86_400_000;

/** An organisation's audit trail, newest first; the search looks into everything an entry says. `home` knows the names. */
export async function readAudit(
  kit: Kit,
  organizationId: string,
  page: AuditPage,
  home: string = organizationId,
): Promise<{ items: AuditEntry[]; nextCursor: string | null }> {
  const before = /^\d{1,15}$/.test(page.cursor ?? '') ? Number(page.cursor) : null;
  return kit.database.withTenant([organizationId, home], async (tx) => {
    const { rows } = await tx.db.execute(sql`
      select id, place, occurred_at, actor, action, subject, before, after, reason from kit.audit_entries
      where organization_id = ${organizationId}::uuid
        and (${before}::bigint is null or place < ${before}::bigint) ${conditions(page)}
      order by place desc limit ${page.limit + 1}`);
    const entries = z.array(rowSchema).parse(rows);
    const shown = entries.slice(0, page.limit);
    const names = await namesOf(
      tx,
      shown.map(({ actor }) => actor),
    );
    const items = shown.map(({ occurred_at, before: was, after, ...row }) => ({
      ...row,
      ...{ before: was ?? null, after: after ?? null, actorName: names.get(row.actor) ?? null },
      occurredAt: occurred_at.toISOString(),
    }));
    const more = entries.length > page.limit;
    return { items, nextCursor: more ? String(items.at(-1)?.place ?? '') : null };
  });
}

function conditions({ search = '', actor = '', action = '', from = '', to = '' }: Partial<AuditFilter>): SQL {
  const pattern = search.trim().toLowerCase();
  const end = to === '' ? null : new Date(Date.parse(to) + DAY).toISOString();
  return sql.join(
    [
      pattern === ''
        ? null
        : sql`and position(${pattern} in lower(concat_ws(' ', actor, action, subject, before::text, after::text, reason))) > 0`,
      actor === '' ? null : sql`and actor = ${actor}`,
      action === '' ? null : sql`and starts_with(action, ${action})`,
      from === '' ? null : sql`and occurred_at >= ${`${from}T00:00:00Z`}::timestamptz`,
      end === null ? null : sql`and occurred_at < ${end}::timestamptz`,
    ].filter((one) => one !== null),
    sql` `,
  );
}

type Name = { zh: string; en: string };

async function namesOf(tx: TenantTransaction, actors: readonly string[]): Promise<Map<string, Name>> {
  const ids = [...new Set(actors)].filter((id) => z.uuid().safeParse(id).success);
  if (ids.length === 0) return new Map();
  const stored = await tx.db.select().from(users).where(inArray(users.id, ids));
  const rows = await tx.open(sealedUsers, stored);
  return new Map(rows.map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]));
}

const MOST_CHOICES = 200;

/** What can be chosen among: the actions and people of a trail. */
export async function auditChoices(kit: Kit, organizationId: string, home: string): Promise<AuditChoices> {
  return kit.database.withTenant([organizationId, home], async (tx) => {
    const { rows } = await tx.db.execute<{ kind: string; value: string }>(sql`
      (select distinct 'action' as kind, action as value from kit.audit_entries
        where organization_id = ${organizationId}::uuid order by value limit ${MOST_CHOICES})
      union all
      (select distinct 'actor', actor from kit.audit_entries
        where organization_id = ${organizationId}::uuid order by 2 limit ${MOST_CHOICES})`);
    const of = (kind: string) => rows.filter((row) => row.kind === kind).map(({ value }) => value);
    const names = await namesOf(tx, of('actor'));
    return {
      actions: of('action'),
      actors: of('actor').map((id) => ({ id, name: names.get(id) ?? null })),
    };
  });
}
