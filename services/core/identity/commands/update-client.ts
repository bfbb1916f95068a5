import { type Client, clientNameSchema, webAddressSchema } from '@tokenholic/contracts';
import { type Kit, notFound } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { clientNameKey } from '../domain/client-name.ts';
import { toClient } from '../queries/get-client.ts';
import { organizations } from '../tables.ts';

export const updateClientSchema = z
  .object({ name: clientNameSchema.optional(), website: webAddressSchema.nullable().optional() })
  .meta({ id: 'UpdateClient' });
export type UpdateClient = z.infer<typeof updateClientSchema>;

/** Changes a client's name or website. */
export async function updateClient(kit: Kit, clientId: string, change: UpdateClient): Promise<Client> {
  return kit.database.withTenant([clientId], async (tx) => {
    const [before] = await tx.db
      .select()
      .from(organizations)
      .where(eq(organizations.organizationId, clientId));
    if (before === undefined || before.kind !== 'client') throw notFound();
    const name = change.name ?? before.name;
    const website = change.website === undefined ? before.website : change.website;
    const [after] = await tx.db
      .update(organizations)
      .set({ name, nameKey: clientNameKey(name), website, updatedAt: kit.now() })
      .where(eq(organizations.organizationId, clientId))
      .returning();
    if (after === undefined) throw notFound();
    const client = toClient(after);
    await tx.publish(clientId, 'client.renamed', { client, previousName: before.name });
    await tx.audit(clientId, {
      action: 'client.update',
      subject: clientId,
      before: toClient(before),
      after: client,
    });
    return client;
  });
}
