import type { JobHandler, TenantTransaction } from '@tokenholic/kit';
import { z } from 'zod';
import type { Semantics } from '../adapters/semantics.ts';

export const FORGET_QUEUE = 'knowledge-forget';

const dataSchema = z.object({
  collectionId: z.uuid(),
  /** Null: the whole collection. */
  numbers: z.array(z.number().int()).nullable(),
});

/** Says that passages were deleted; done in the transaction that deletes them, so that a store beside the database hears of each. */
export const askToForget = (
  tx: TenantTransaction,
  organizationId: string,
  passages: z.infer<typeof dataSchema>,
): Promise<void> => tx.requestJob(organizationId, FORGET_QUEUE, passages);

/** Takes the vectors of deleted passages out of their store. In the database they went with the passages. */
export function forgetPassages(semantics: Semantics): JobHandler {
  return async (data, { organizationId }) => {
    const { collectionId, numbers } = dataSchema.parse(data);
    const store = await semantics.store();
    await store?.forget(organizationId, collectionId, numbers ?? undefined);
  };
}
