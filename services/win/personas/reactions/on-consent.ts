import type { Reaction, TenantTransaction } from '@tokenholic/kit';
import { and, eq, inArray } from 'drizzle-orm';
import { forgetMade } from '../commands/forget.ts';
import { REBUILD_QUEUE } from '../commands/mark-stale.ts';
import type { MayProfile } from '../ports.ts';
import { subjects } from '../tables.ts';

/** What people decide about their personas: made where they may be, gone where they may not. */
export function onConsent(mayProfile: MayProfile): {
  'consent.given': Reaction<'consent.given'>;
  'consent.withdrawn': Reaction<'consent.withdrawn'>;
  'consent.policy_changed': Reaction<'consent.policy_changed'>;
} {
  const settle = async (
    tx: TenantTransaction,
    organizationId: string,
    contactIds: readonly string[] | null,
  ) => {
    const rows = await tx.db
      .select({ contactId: subjects.contactId })
      .from(subjects)
      .where(
        and(
          eq(subjects.organizationId, organizationId),
          eq(subjects.allowed, true),
          contactIds === null ? undefined : inArray(subjects.contactId, [...contactIds]),
        ),
      );
    const ids = rows.map(({ contactId }) => contactId);
    const stands = await mayProfile(tx, organizationId, ids);
    for (const contactId of ids)
      if (stands.get(contactId)?.allowed === true)
        await tx.requestJob(organizationId, REBUILD_QUEUE, { contactId });
      else await forgetMade(tx, organizationId, contactId);
  };
  return {
    'consent.given': async (tx, { organizationId, payload }) => {
      if (payload.purpose === 'profiling') await settle(tx, organizationId, payload.contactIds);
    },
    'consent.withdrawn': async (tx, { organizationId, payload }) => {
      if (payload.purpose === 'profiling') await settle(tx, organizationId, payload.contactIds);
    },
    'consent.policy_changed': async (tx, { organizationId, payload }) => {
      if (payload.purpose === 'profiling') await settle(tx, organizationId, null);
    },
  };
}
