import { logActivity } from '@tokenholic/deals';
import type { Kit, Principal } from '@tokenholic/kit';
import { gaoYi } from './histories/gao-yi.ts';
import { okafor } from './histories/okafor.ts';
import { instantOf } from './histories/sample-history.ts';
import { xuLan } from './histories/xu-lan.ts';
import { ACCOUNTS } from './load-deals.ts';
import { sampleId } from './sample-id.ts';

/** Gives some people of the sample clients a longer history, so that their personas have something to rest on. */
export async function loadHistories(
  kit: Kit,
  owner: Principal,
  clientIds: ReadonlyMap<number, string>,
): Promise<void> {
  for (const { client, deal: place, person, said } of [xuLan, gaoYi, okafor]) {
    const clientId = clientIds.get(client);
    const deal = ACCOUNTS[client]?.deals[place];
    if (clientId === undefined || deal === undefined) continue;
    const dealId = sampleId(clientId, `deal/${deal.title}`);
    for (const [index, { at, ...one }] of said.entries())
      await logActivity(kit, owner, dealId, {
        ...{ ...one, id: sampleId(dealId, `history/${person}/${index}`) },
        occurredAt: instantOf(at, kit.now()).toISOString(),
        contactIds: [sampleId(clientId, `contact/${person}`)],
      });
  }
}
