import { type Client, type CreateClient, createClientSchema } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { clientNameKey } from '../domain/client-name.ts';
import { clientIdTaken, clientNameTaken } from '../domain/failures.ts';
import { toClient } from '../queries/get-client.ts';
import { assignments, organizations } from '../tables.ts';

export interface CreateClientOptions {
  sample?: boolean;
  /** Besides the creator. */
  assignTo?: readonly string[];
}

/**
 * Makes a client organisation, assigns it to its creator and says so on `client_events`; research follows from there.
 * Idempotent by the caller's id.
 */
export async function createClient(
  kit: Kit,
  principal: Principal,
  command: CreateClient,
  options: CreateClientOptions = {},
): Promise<{ client: Client; created: boolean }> {
  const input = createClientSchema.parse(command);
  const nameKey = clientNameKey(input.name);
  return kit.database.withTenant([...principal.organizationIds, input.id], async (tx) => {
    const [existing] = await tx.db
      .select()
      .from(organizations)
      .where(eq(organizations.organizationId, input.id));
    if (existing !== undefined) {
      if (existing.createdBy !== principal.user.id) throw clientIdTaken();
      return { client: toClient(existing), created: false };
    }
    const [namesake] = await tx.db
      .select()
      .from(organizations)
      .where(and(eq(organizations.nameKey, nameKey), eq(organizations.kind, 'client')));
    if (namesake !== undefined && !input.allowDuplicateName)
      throw clientNameTaken(namesake.name, namesake.organizationId);
    const row = {
      organizationId: input.id,
      kind: 'client' as const,
      name: input.name,
      nameKey,
      website: input.website,
      sample: options.sample ?? false,
      createdBy: principal.user.id,
      // Milliseconds, as in the list's cursor; the database's own clock is finer.
      createdAt: kit.now(),
    };
    const [inserted] = await tx.db.insert(organizations).values(row).returning();
    if (inserted === undefined) throw clientIdTaken();
    const people = new Set([principal.user.id, ...(options.assignTo ?? [])]);
    await tx.db
      .insert(assignments)
      .values([...people].map((userId) => ({ userId, organizationId: input.id })));
    const client = toClient(inserted);
    await tx.publish(input.id, 'client.created', { client, research: input.research });
    const { id: userId, name } = principal.user;
    await tx.publish(input.id, 'client.assigned', { userId, name });
    await tx.audit(input.id, { action: 'client.create', subject: input.id, after: client });
    return { client, created: true };
  });
}
