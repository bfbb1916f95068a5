import type { JobHandler, Kit, TenantTransaction } from '@tokenholic/kit';
import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { isOpen } from '../domain/deal.ts';
import { isBinding } from '../domain/settings/binding.ts';
import { stageBook } from '../domain/settings/stages.ts';
import type { Asker, DealApprovals } from '../ports.ts';
import { settingsIn } from '../queries/settings.ts';
import { deals } from '../tables.ts';

export const ASK_QUEUE = 'deals.ask_approval';

const WHY = {
  raised: '报价之后，金额或折扣有上调。The amount or the discount was raised after the proposal.',
  imported: '导入时已在报价之后的阶段。The deal was imported at a stage that binds us.',
} as const;

const dataSchema = z.object({
  dealIds: z.array(z.uuid()),
  why: z.enum(['raised', 'imported']),
  asker: z.object({ id: z.uuid(), vendorId: z.uuid() }),
});

/** Has somebody asked about deals that bind us already. In a job, since who decides is found beyond the deal's transaction. */
export async function requestAsking(
  tx: TenantTransaction,
  clientId: string,
  data: { dealIds: readonly string[]; why: keyof typeof WHY; asker: Asker },
): Promise<void> {
  if (data.dealIds.length > 0) await tx.requestJob(clientId, ASK_QUEUE, data);
}

/** Asks for each that is still open at such a stage; done twice it asks once. */
export function askForDeals(kit: Kit, approvals: DealApprovals): JobHandler {
  return async (data, { organizationId: clientId }) => {
    const { dealIds, why, asker } = dataSchema.parse(data);
    const binding = await kit.database.withTenant([clientId, asker.vendorId], async (tx) => {
      const book = stageBook(await settingsIn(tx, asker.vendorId));
      const rows = await tx.db.select().from(deals).where(inArray(deals.id, dealIds));
      return rows.filter(({ stage }) => isOpen(stage) && isBinding(book, stage));
    });
    for (const { id: dealId, title, amountCny, discountPercent } of binding)
      await approvals.askAtOnce(asker, {
        ...{ dealId, clientId, title, amountCny, discountPercent, note: WHY[why] },
      });
  };
}
