import type { AuditNoted, AuditReport, AuditVerification } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { listOrganizationIds } from './list-organizations.ts';

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

/** The same for every organisation of the installation, one after the other, and against what was noted before. */
export async function verifyEveryAudit(kit: Kit, { noted }: AuditNoted): Promise<AuditReport> {
  const before = new Map(noted.map((one) => [one.organizationId, one]));
  const organizations: AuditReport['organizations'] = [];
  for (const organizationId of await listOrganizationIds(kit)) {
    const note = before.get(organizationId);
    const differsFromNoted =
      note !== undefined && (await sealAt(kit, organizationId, note.entries)) !== note.seal;
    organizations.push({ organizationId, ...(await verifyAudit(kit, organizationId)), differsFromNoted });
  }
  return { checkedAt: kit.now().toISOString(), organizations };
}

/** The hash of the entry at a place; null where there is none. */
async function sealAt(kit: Kit, organizationId: string, place: number): Promise<string | null> {
  const { rows } = await kit.database.withTenant([organizationId], (tx) =>
    tx.db.execute<{ seal: string }>(sql`
      select encode(hash, 'hex') as seal from kit.audit_entries
      where organization_id = ${organizationId}::uuid and place = ${place}`),
  );
  return rows[0]?.seal ?? null;
}
