import type { ConsentCheck, ConsentPurpose } from '@tokenholic/contracts';
import { reachOf } from '@tokenholic/deals';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { standOfContacts } from '@tokenholic/privacy';

/** Whether something may be done about contacts of a client: by what they decided, found by address and number. */
export const standFor =
  (kit: Kit, purpose: ConsentPurpose) =>
  async (
    tx: TenantTransaction,
    clientId: string,
    contactIds: readonly string[],
  ): Promise<ReadonlyMap<string, ConsentCheck>> =>
    standOfContacts(tx, clientId, await reachOf(tx, contactIds), purpose, kit.now());
