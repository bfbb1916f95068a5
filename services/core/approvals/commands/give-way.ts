import type { Kit } from '@tokenholic/kit';
import { and, eq, inArray } from 'drizzle-orm';
import { next } from '../domain/request-state.ts';
import { lockRequest, placeOfRequest } from '../queries/find-request.ts';
import { settingsIn } from '../queries/settings.ts';
import { requests } from '../tables.ts';
import type { NamedAsker } from './ask-for-deal.ts';
import { keep } from './keep.ts';

/** Takes a request back that is asked no longer; one that was decided in this moment stays as it is. */
export async function giveWay(
  kit: Kit,
  { id, name, vendorId }: NamedAsker,
  requestId: string,
  why: string,
): Promise<void> {
  const now = kit.now();
  await kit.database.withTenant(await placeOfRequest(kit, vendorId, requestId), async (tx) => {
    const row = await lockRequest(tx, requestId);
    const after = next(row, { kind: 'withdraw' }, { now, ...(await settingsIn(tx, vendorId)) });
    if (after === null) return;
    await keep(tx, row, after, { by: { id, name }, onBehalfOf: null, comment: why }, now);
  });
}

/** Takes back whatever is still asked for deals that are gone. What was decided stays in the history. */
export async function withdrawForDeals(
  kit: Kit,
  asker: NamedAsker,
  dealIds: readonly string[],
  why: string,
): Promise<void> {
  const open = await kit.database.withTenant([asker.vendorId], ({ db }) =>
    db
      .select({ id: requests.id })
      .from(requests)
      .where(
        and(
          eq(requests.organizationId, asker.vendorId),
          eq(requests.type, 'deal'),
          inArray(requests.subjectId, [...dealIds]),
          inArray(requests.status, ['waiting', 'changes']),
        ),
      ),
  );
  for (const { id } of open) await giveWay(kit, asker, id, why);
}
