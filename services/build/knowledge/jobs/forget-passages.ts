import type { JobHandler, Kit, TenantTransaction } from '@tokenholic/kit';
import { z } from 'zod';
import type { GraphStore } from '../adapters/graph/graph-store.ts';
import type { Semantics } from '../adapters/semantics.ts';
import { MOST_RETRIES } from './retries.ts';

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

/**
 * Takes deleted passages out of the stores of vectors and of the graph. In the database they went with the passages. However
 * long a store is away, it hears of each: a job that has had its tries asks for another.
 */
export function forgetPassages(kit: Kit, semantics: Semantics, graph: GraphStore): JobHandler {
  return async (data, { organizationId, retries }) => {
    const passages = dataSchema.parse(data);
    const { collectionId, numbers } = passages;
    const store = await semantics.store();
    const stores = [store, graph].filter((one) => one !== null);
    // Each is asked, whether or not the other answers.
    const done = await Promise.allSettled(
      stores.map((one) => one.forget(organizationId, collectionId, numbers ?? undefined)),
    );
    const failed = done.find(({ status }) => status === 'rejected');
    if (failed?.status !== 'rejected') return;
    if (retries >= MOST_RETRIES)
      await kit.database.withTenant([organizationId], (tx) => askToForget(tx, organizationId, passages));
    throw failed.reason;
  };
}
