import type { JobHandler, TenantTransaction } from '@tokenholic/kit';
import { z } from 'zod';
import type { Asker, DealApprovals } from '../ports.ts';

export const WITHDRAW_QUEUE = 'deals.withdraw_approval';

/** Stands in the request's history, for whoever had been asked. */
const IMPORT_UNDONE = '导入已撤销，商机已不在。The import was undone; the deal is no longer there.';

export const askerSchema = z.object({ id: z.uuid(), vendorId: z.uuid() });
const dataSchema = z.object({ dealIds: z.array(z.uuid()), asker: askerSchema });

/** Has the requests for deals taken back that an undone import took along. In a job: they lie with whoever decides. */
export async function requestWithdrawal(
  tx: TenantTransaction,
  clientId: string,
  data: { dealIds: readonly string[]; asker: Asker },
): Promise<void> {
  await tx.requestJob(clientId, WITHDRAW_QUEUE, data);
}

export function withdrawAsking(approvals: DealApprovals): JobHandler {
  return async (data) => {
    const { dealIds, asker } = dataSchema.parse(data);
    await approvals.withdraw(asker, dealIds, IMPORT_UNDONE);
  };
}
