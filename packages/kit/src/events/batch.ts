import type { SystemTransaction } from '../database/database.ts';
import type { Reactions } from '../service/service.ts';
import { inSpan } from '../telemetry/spans.ts';
import { runWithTrace } from '../telemetry/trace.ts';
import { type ConsumerContext, handleOrPark, parseEvent, react, reactionTo } from './consumer.ts';
import type { LoggedEvent } from './log.ts';
import { park, parkedOrganizations } from './parking.ts';

/**
 * Handles a batch in the order in which it is given: all in one transaction, and one by one as soon as anything in it
 * fails, so that one bad event costs its own organisation time and nobody else anything. Resolves when each event is
 * handled, set aside or buried; until then the batch must count as unread.
 */
export async function handleBatch(
  name: string,
  reactions: Reactions,
  context: ConsumerContext,
  events: readonly LoggedEvent[],
): Promise<void> {
  const concerned = events.filter(({ envelope }) => envelope.type in reactions);
  if (concerned.length === 0) return;
  const parked = await context.database.withSystem(({ client }) => parkedOrganizations(client, name));
  const ready = concerned.filter(({ envelope }) => !parked.has(envelope.organizationId));
  for (const event of concerned) {
    if (parked.has(event.envelope.organizationId)) await park(name, event, null, context);
  }
  const ended = context.metrics.eventSeconds.startTimer({ consumer: name });
  try {
    await handleTogether(name, reactions, context, ready);
  } catch (error) {
    context.logger.debug({ err: error, consumer: name }, 'batch is handled one by one');
    for (const event of ready)
      await handleOrPark(name, (one) => react(name, reactions, context, one), context, event, parked);
  } finally {
    ended();
  }
}

async function handleTogether(
  name: string,
  reactions: Reactions,
  context: ConsumerContext,
  events: readonly LoggedEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const byOrganization = Map.groupBy(events, ({ envelope }) => envelope.organizationId);
  await context.database.withEachTenant(async (system, enter) => {
    const entered = await enterInbox(system, name, events);
    // Always in the same order, so that consumers do not wait for each other in a circle.
    for (const organizationId of [...byOrganization.keys()].sort()) {
      const fresh = (byOrganization.get(organizationId) ?? []).filter(({ envelope }) =>
        entered.has(envelope.id),
      );
      if (fresh.length === 0) continue;
      const tx = await enter(organizationId);
      for (const { envelope } of fresh) {
        const payload = await tx.openEvent(organizationId, envelope);
        const typed = parseEvent({ ...envelope, payload });
        const reaction = reactionTo(reactions, typed.type);
        const trace = { traceId: envelope.traceId, actor: envelope.actor };
        await runWithTrace(trace, () =>
          inSpan(`${name} handles ${typed.type}`, { 'event.id': envelope.id }, async () =>
            reaction?.(tx, typed),
          ),
        );
      }
    }
  });
  context.metrics.eventsHandled.inc({ consumer: name, outcome: 'handled' }, events.length);
}

/** Ids of the events this consumer has not handled before. */
async function enterInbox(
  { client }: SystemTransaction,
  consumer: string,
  events: readonly LoggedEvent[],
): Promise<Set<string>> {
  const { rows } = await client.query<{ event_id: string }>(
    `insert into kit.inbox (consumer, event_id, organization_id)
     select $1, id, organization_id from unnest($2::uuid[], $3::uuid[]) as given (id, organization_id) order by id
     on conflict do nothing returning event_id`,
    [
      consumer,
      events.map(({ envelope }) => envelope.id),
      events.map(({ envelope }) => envelope.organizationId),
    ],
  );
  return new Set(rows.map((row) => row.event_id));
}
