import type { Reaction } from '@tokenholic/kit';
import { accounts } from '../tables.ts';

/** Remembers what a client is called. */
export const onClient: Reaction<'client.created' | 'client.renamed'> = async (tx, event) => {
  const { name } = event.payload.client;
  await tx.db
    .insert(accounts)
    .values({ organizationId: event.organizationId, name })
    .onConflictDoUpdate({ target: accounts.organizationId, set: { name } });
};
