import type { ClientSummary, TimelineContext, TimelineEntry, TimelineKind } from '@tokenholic/contracts';
import { formatCursor, type Kit, notFound, type Principal, parseCursor } from '@tokenholic/kit';
import { and, arrayOverlaps, desc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { WAITING } from '../commands/settle-tasks.ts';
import { sealedClients, sealedTimeline } from '../sealed.ts';
import { clients, openedClients, tasks, timeline } from '../tables.ts';
import { toSummary } from './list-clients.ts';

/** Newest first; the cursor is the last entry's time and id, so that a page costs the same however deep it is. */
export async function readTimeline(
  kit: Kit,
  clientId: string,
  query: { kind?: TimelineKind | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: TimelineEntry[]; nextCursor: string | null }> {
  const after = parseCursor(query.cursor);
  const rows = await kit.database.readTenant([clientId], (db) =>
    db
      .select()
      .from(timeline)
      .where(
        and(
          eq(timeline.organizationId, clientId),
          query.kind === undefined ? undefined : eq(timeline.kind, query.kind),
          after === null
            ? undefined
            : sql`(${timeline.occurredAt}, ${timeline.id}) < (${new Date(Number(after.value)).toISOString()}::timestamptz, ${after.id}::uuid)`,
        ),
      )
      .orderBy(desc(timeline.occurredAt), desc(timeline.id))
      .limit(query.limit + 1),
  );
  const page = rows.slice(0, query.limit);
  const taskOf = await openTasks(
    kit,
    clientId,
    page.map(({ id }) => id),
  );
  const last = page.at(-1);
  const opened = await kit.database.withTenant([clientId], (tx) => tx.open(sealedTimeline, page));
  return {
    items: opened.map((row) => toEntry(row, taskOf.get(row.id) ?? null)),
    nextCursor:
      rows.length > query.limit && last !== undefined
        ? formatCursor(last.occurredAt.getTime(), last.id)
        : null,
  };
}

/** The tasks that wait for somebody, by the events that they came from. */
async function openTasks(
  kit: Kit,
  clientId: string,
  eventIds: readonly string[],
): Promise<Map<string, string>> {
  if (eventIds.length === 0) return new Map();
  const open = await kit.database.readTenant([clientId], (db) =>
    db
      .select({ id: tasks.id, eventIds: tasks.eventIds })
      .from(tasks)
      .where(
        and(
          eq(tasks.organizationId, clientId),
          inArray(tasks.status, [...WAITING]),
          arrayOverlaps(tasks.eventIds, [...eventIds]),
        ),
      ),
  );
  return new Map(open.flatMap((task) => task.eventIds.map((eventId) => [eventId, task.id] as const)));
}

export function toEntry(row: typeof timeline.$inferSelect, taskId: string | null): TimelineEntry {
  const { id, kind, type, form, title, text, actor, shares } = row;
  return {
    id,
    kind,
    type,
    form,
    title,
    text,
    actor,
    shares,
    taskId,
    occurredAt: row.occurredAt.toISOString(),
  };
}

const loggedSchema = z.object({
  topic: z.string(),
  version: z.number().int(),
  payload: z.unknown(),
  personal: z.string().nullable(),
});

/** An entry with its whole event, as it stands in the log. */
export async function readContext(kit: Kit, clientId: string, eventId: string): Promise<TimelineContext> {
  return kit.database.withTenant([clientId], async (tx) => {
    const rows = await tx.db
      .select()
      .from(timeline)
      .where(and(eq(timeline.organizationId, clientId), eq(timeline.id, eventId)));
    const [row] = await tx.open(sealedTimeline, rows);
    if (row === undefined) throw notFound();
    const logged = await tx.db.execute(
      sql`select topic, version, payload, personal from kit.events where id = ${eventId}::uuid and organization_id = ${clientId}::uuid`,
    );
    const { topic, version, ...stored } = loggedSchema.parse(logged.rows[0]);
    const payload = await tx.openEvent(clientId, stored);
    return { entry: toEntry(row, null), topic, version, payload };
  });
}

/** A client's row, with the kinds its timeline has. */
export async function readClient(
  kit: Kit,
  principal: Principal,
  clientId: string,
): Promise<ClientSummary & { kinds: TimelineKind[] }> {
  return kit.database.withTenant([clientId], async (tx) => {
    const rows = await tx.db.select().from(clients).where(eq(clients.organizationId, clientId));
    const [row] = await tx.open(sealedClients, rows);
    if (row === undefined) throw notFound();
    const [opened] = await tx.db
      .select()
      .from(openedClients)
      .where(and(eq(openedClients.organizationId, clientId), eq(openedClients.userId, principal.user.id)));
    const kinds: TimelineKind[] = [];
    // One look into the index for each kind there can be, instead of a walk over all entries.
    for (const kind of timeline.kind.enumValues) {
      const [one] = await tx.db
        .select({ id: timeline.id })
        .from(timeline)
        .where(and(eq(timeline.organizationId, clientId), eq(timeline.kind, kind)))
        .limit(1);
      if (one !== undefined) kinds.push(kind);
    }
    return { ...toSummary(row, opened?.openedAt ?? null), kinds };
  });
}
