import { contactsAt, logActivity, reachOf } from '@tokenholic/deals';
import type { Kit, Principal } from '@tokenholic/kit';
import { recordConsent } from '@tokenholic/privacy';
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
    await agreed(kit, owner, clientId, person);
    const dealId = sampleId(clientId, `deal/${deal.title}`);
    for (const [index, { at, ...one }] of said.entries())
      await logActivity(kit, owner, dealId, {
        ...{ ...one, id: sampleId(dealId, `history/${person}/${index}`) },
        occurredAt: instantOf(at, kit.now()).toISOString(),
        contactIds: [sampleId(clientId, `contact/${person}`)],
      });
  }
}

/** Who has a history here agreed to a persona and to records, as it is shown how consent is kept. */
async function agreed(kit: Kit, owner: Principal, clientId: string, person: string): Promise<void> {
  const contactId = sampleId(clientId, `contact/${person}`);
  const email = await kit.database.withTenant([clientId], async (tx) => {
    const [reach] = await reachOf(tx, [contactId]);
    return reach?.addresses.find((address) => address.includes('@'));
  });
  if (email === undefined) return;
  for (const purpose of ['profiling', 'recording'] as const)
    await recordConsent(kit, { contactsAt }, owner, clientId, {
      ...{ id: sampleId(contactId, `consent/${purpose}`), address: email, purpose, decision: 'given' },
      ...{ source: 'email', proof: '示例数据：回信同意 / Sample: agreed by reply' },
    });
}
