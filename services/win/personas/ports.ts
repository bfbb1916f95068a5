import type { ConsentCheck } from '@tokenholic/contracts';
import type { TenantTransaction } from '@tokenholic/kit';

/** Whether personas of some contacts of one client may be made; asked within the transaction that would keep something. */
export type MayProfile = (
  tx: TenantTransaction,
  clientId: string,
  contactIds: readonly string[],
) => Promise<ReadonlyMap<string, ConsentCheck>>;

/** Everybody agreed: for measurements and tests of what comes after. */
export const everybodyAgreed: MayProfile = async (_tx, _clientId, contactIds) =>
  new Map(contactIds.map((id) => [id, { allowed: true, because: 'given', since: null }]));
