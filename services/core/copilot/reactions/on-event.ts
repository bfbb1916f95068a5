import type { EventType, TypedEvent } from '@tokenholic/contracts';
import type { Reaction, ReactionToMany, TenantTransaction } from '@tokenholic/kit';
import { asc, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm';
import { settleTasks } from '../commands/settle-tasks.ts';
import { describeEvent } from '../domain/describe-event.ts';
import type { Description } from '../domain/description.ts';
import { type ClientRow, movedClient } from '../domain/move-client.ts';
import { sealEach, sealedClients, sealedTimeline } from '../sealed.ts';
import { clients, timeline } from '../tables.ts';
import { noteEvents } from './note.ts';

export interface DescribedEvent {
  event: TypedEvent<EventType>;
  description: Description;
}

/** Every event of every topic becomes an entry of its client's timeline and moves the client's row in the list. */
export const onEvents: ReactionToMany = async (tx, events) => {
  const described = events.map((event) => ({ event, description: describeEvent(event) }));
  const entries = await sealEach(tx, sealedTimeline, described.map(entryOf));
  await tx.db.insert(timeline).values(entries).onConflictDoNothing();
  await noteEvents(tx, described);
  const moved = await moveClients(tx, described);
  for (const { event, description } of described) {
    if (!moved.has(event.organizationId)) continue;
    await settleTasks(tx, event.organizationId, event.id, description, new Date(event.occurredAt));
  }
};

export const onEvent: Reaction<EventType> = (tx, event) => onEvents(tx, [event]);

function entryOf({ event, description }: DescribedEvent): typeof timeline.$inferInsert {
  const { kind, form, title, text, shares, weight } = description;
  const { id, organizationId, type, actor } = event;
  return {
    ...{ id, organizationId, type, occurredAt: new Date(event.occurredAt), actor },
    ...{ kind, form, title, text, shares, weight },
  };
}

const { organizationId: _key, ...moving } = getTableColumns(clients);
const overwritten = Object.fromEntries(
  Object.entries(moving).map(([property, column]) => [property, sql.raw(`excluded."${column.name}"`)]),
) satisfies Record<string, SQL>;

/** Ids of those among the organisations that are clients. */
async function moveClients(
  tx: TenantTransaction,
  described: readonly DescribedEvent[],
): Promise<ReadonlySet<string>> {
  const concerned = [...new Set(described.map(({ event }) => event.organizationId))];
  const stored = await tx.db
    .select()
    .from(clients)
    .where(inArray(clients.organizationId, concerned))
    .orderBy(asc(clients.organizationId))
    .for('update');
  const known = await tx.open(sealedClients, stored);
  const rows = new Map<string, ClientRow>(known.map((row) => [row.organizationId, row]));
  for (const { event, description } of described) {
    const row = movedClient(rows.get(event.organizationId) ?? null, event, description);
    if (row !== null) rows.set(event.organizationId, row);
  }
  if (rows.size > 0)
    await tx.db
      .insert(clients)
      .values(await sealEach(tx, sealedClients, [...rows.values()]))
      .onConflictDoUpdate({ target: clients.organizationId, set: overwritten });
  return new Set(rows.keys());
}
