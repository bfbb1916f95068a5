import { eventRegistry } from '@tokenholic/contracts';
import type { JobHandler, Kit, TenantTransaction } from '@tokenholic/kit';
import { and, eq, sql } from 'drizzle-orm';
import { markStale } from '../commands/mark-stale.ts';
import type { MayProfile } from '../ports.ts';
import { keepInteractions } from '../reactions/on-activity.ts';
import { subjects } from '../tables.ts';

const BATCH = 200;

interface LoggedRow {
  seq: string;
  type: string;
  payload: unknown;
  personal: string | null;
  [column: string]: unknown;
}

/** Reads a person's activities and roles from the log again, after their persona was switched on. */
export function rebuildJob(kit: Kit, mayProfile: MayProfile): JobHandler {
  return async (data, { organizationId }) => {
    const contactId = String(data.contactId);
    let after: string | null = '0';
    while (after !== null) {
      const from: string = after;
      after = await kit.database.withTenant([organizationId], (tx) =>
        step(tx, mayProfile, organizationId, contactId, from),
      );
    }
    await kit.database.withTenant([organizationId], (tx) => markStale(tx, contactId, kit.now()));
  };
}

/** One batch; the answer is where to go on, null at the end. */
async function step(
  tx: TenantTransaction,
  mayProfile: MayProfile,
  organizationId: string,
  contactId: string,
  after: string,
): Promise<string | null> {
  const { rows } = await tx.db.execute<LoggedRow>(sql`
    select seq::text, type, payload, personal from kit.events
    where organization_id = ${organizationId} and topic = 'deal_events' and seq > ${after}::bigint
      and ((type = 'activity.logged' and payload->'people' @> ${JSON.stringify([{ contactId }])}::jsonb)
        or (type = 'contact.role_changed' and payload->>'contactId' = ${contactId}))
    order by events.seq limit ${BATCH}`);
  for (const { type, ...stored } of rows) {
    const payload = await tx.openEvent(organizationId, stored);
    if (type === 'activity.logged') {
      const said = eventRegistry.deal_events['activity.logged'][1].parse(payload);
      await keepInteractions(tx, mayProfile, organizationId, said);
    } else await noteRole(tx, eventRegistry.deal_events['contact.role_changed'][1].parse(payload));
  }
  return rows.length < BATCH ? null : (rows.at(-1)?.seq ?? null);
}

async function noteRole(
  tx: TenantTransaction,
  { contactId, dealId, role }: { contactId: string; dealId: string; role: string | null },
): Promise<void> {
  const change =
    role === null ? sql`roles - ${dealId}` : sql`roles || ${JSON.stringify({ [dealId]: role })}::jsonb`;
  await tx.db
    .update(subjects)
    .set({ roles: change })
    .where(and(eq(subjects.contactId, contactId), eq(subjects.allowed, true)));
}
