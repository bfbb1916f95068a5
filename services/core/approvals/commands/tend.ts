import type { Kit } from '@tokenholic/kit';
import { and, asc, isNotNull, lte } from 'drizzle-orm';
import { next } from '../domain/request-state.ts';
import type { ApprovalPorts } from '../ports.ts';
import { findLocked } from '../queries/find-request.ts';
import { settingsIn } from '../queries/settings.ts';
import { requests } from '../tables.ts';
import { CLOCK, keep, placesOf } from './keep.ts';

const AT_ONCE = 100;

/**
 * Reminds of what runs out and hands on what has run out. Each request in a transaction of its own in which it is looked at
 * again: done twice, or broken off and begun anew, nobody is reminded twice. Says how many were touched.
 */
export async function tendApprovals(kit: Kit, ports: Pick<ApprovalPorts, 'vendors'>): Promise<number> {
  let touched = 0;
  for (const vendorId of await ports.vendors()) touched += await tendOf(kit, vendorId);
  return touched;
}

async function tendOf(kit: Kit, vendorId: string): Promise<number> {
  const now = kit.now();
  const due = await kit.database.withTenant([vendorId], (tx) =>
    tx.db
      .select({ id: requests.id, organizationId: requests.organizationId, clientId: requests.clientId })
      .from(requests)
      .where(and(isNotNull(requests.lookAt), lte(requests.lookAt, now)))
      .orderBy(asc(requests.lookAt))
      .limit(AT_ONCE),
  );
  let touched = 0;
  for (const one of due) {
    const done = await kit.database.withTenant(placesOf(one), async (tx) => {
      const row = await findLocked(tx, one.id);
      if (row === null) return false;
      const { calendar, ladder } = await settingsIn(tx, vendorId);
      const after = next(row, { kind: 'tick' }, { now, calendar, ladder });
      if (after === null) return false;
      await keep(tx, row, after, CLOCK, now);
      return true;
    });
    if (done) touched += 1;
  }
  return touched;
}
