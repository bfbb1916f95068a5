import type { AuditEntry, AuditVerification } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { sql } from 'drizzle-orm';
import { z } from 'zod';

const rowSchema = z
  .object({
    id: z.string(),
    place: z.coerce.number(),
    occurred_at: z.coerce.date(),
    actor: z.string(),
    action: z.string(),
    subject: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    reason: z.string().nullable(),
  })
  .transform(
    ({ occurred_at, before, after, ...row }): AuditEntry => ({
      ...row,
      before: before ?? null,
      after: after ?? null,
      occurredAt: occurred_at.toISOString(),
    }),
  );

/** An organisation's audit trail, newest first; the search looks into everything an entry says. */
export async function readAudit(
  kit: Kit,
  organizationId: string,
  query: { search: string; cursor?: string | undefined; limit: number },
): Promise<{ items: AuditEntry[]; nextCursor: string | null }> {
  const before = /^\d{1,15}$/.test(query.cursor ?? '') ? Number(query.cursor) : null;
  const pattern = query.search.trim().toLowerCase();
  const { rows } = await kit.database.withTenant([organizationId], (tx) =>
    tx.db.execute(sql`
      select id, place, occurred_at, actor, action, subject, before, after, reason from kit.audit_entries
      where organization_id = ${organizationId}::uuid
        and (${before}::bigint is null or place < ${before}::bigint)
        and (${pattern} = '' or position(${pattern} in lower(concat_ws(' ', actor, action, subject, before::text, after::text, reason))) > 0)
      order by place desc limit ${query.limit + 1}`),
  );
  const entries = z.array(rowSchema).parse(rows);
  const items = entries.slice(0, query.limit);
  const more = entries.length > query.limit;
  return { items, nextCursor: more ? String(items.at(-1)?.place ?? '') : null };
}

const verificationSchema = z.object({
  entries: z.coerce.number(),
  broken_at: z.coerce.number().nullable(),
  seal: z.string().nullable(),
});

/** Computes the chain anew and says where it stops to hold. */
export async function verifyAudit(kit: Kit, organizationId: string): Promise<AuditVerification> {
  const { rows } = await kit.database.withTenant([organizationId], (tx) =>
    tx.db.execute(sql`
      select count(*) as entries,
        min(expected) filter (where place <> expected or hash <> kit.audit_hash(entry, previous)) as broken_at,
        encode((array_agg(hash order by place desc))[1], 'hex') as seal
      from (
        select e as entry, place, hash, lag(hash) over chain as previous, row_number() over chain as expected
        from kit.audit_entries e where organization_id = ${organizationId}::uuid
        window chain as (order by place)
      ) links`),
  );
  const { entries, broken_at, seal } = verificationSchema.parse(rows[0]);
  return { entries, brokenAt: broken_at, seal };
}
