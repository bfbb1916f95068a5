import type { EventType, TypedEvent } from '@tokenholic/contracts';
import type { SystemTransaction } from '../database/database.ts';
import type { TenantTransaction } from '../database/transaction.ts';
import type { Reactions, ReactionToMany } from '../service/service.ts';
import { inSpan } from '../telemetry/spans.ts';
import { runWithTrace } from '../telemetry/trace.ts';
import { type ConsumerContext, handleOrPark, parseEvent, react, reactionTo } from './consumer.ts';
import type { LoggedEvent } from './log.ts';
import { park, parkedOrganizations } from './parking.ts';

export interface BatchOptions {
  /** What the service does on many events at once. */
  together?: ReactionToMany | undefined;
  /** The place of the next event is kept in this database too, so that what a crash undoes is read again. */
  relaxed?: boolean;
}

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
  { together, relaxed = false }: BatchOptions = {},
): Promise<void> {
  const concerned = events.filter(({ envelope }) => envelope.type in reactions);
  if (concerned.length === 0) return;
  const ended = context.metrics.eventSeconds.startTimer({ consumer: name });
  try {
    const waiting = await handleTogether(name, reactions, context, concerned, { together, relaxed });
    for (const event of waiting) await park(name, event, null, context);
  } catch (error) {
    context.logger.debug({ err: error, consumer: name }, 'batch is handled one by one');
    const parked = await context.database.withSystem(({ client }) => parkedOrganizations(client, name));
    for (const event of concerned)
      await handleOrPark(name, (one) => react(name, reactions, context, one), context, event, parked);
  } finally {
    ended();
  }
}

/** The answer is what has to wait behind an event of its organisation that failed before. */
async function handleTogether(
  name: string,
  reactions: Reactions,
  context: ConsumerContext,
  events: readonly LoggedEvent[],
  { together, relaxed }: BatchOptions & { relaxed: boolean },
): Promise<LoggedEvent[]> {
  const parked = await context.database.withEachTenant(
    async (system, enter) => {
      const { entered, parked } = await enterInbox(system, name, events);
      const fresh = events.filter(({ envelope }) => entered.has(envelope.id));
      // Always in the same order, so that consumers do not wait for each other in a circle.
      const byOrganization = [...Map.groupBy(fresh, ({ envelope }) => envelope.organizationId)].sort(
        ([one], [other]) => (one < other ? -1 : 1),
      );
      if (together !== undefined && fresh.length > 1) {
        const tx = await enter(...byOrganization.map(([organizationId]) => organizationId));
        const opened: TypedEvent<EventType>[] = [];
        for (const event of fresh)
          await asStep(name, event, async () => void opened.push(await openFor(tx, event)));
        await together(tx, opened);
        return parked;
      }
      for (const [organizationId, own] of byOrganization) {
        const tx = await enter(organizationId);
        for (const event of own)
          await asStep(name, event, async () => {
            const typed = await openFor(tx, event);
            await reactionTo(reactions, typed.type)?.(tx, typed);
          });
      }
      return parked;
    },
    { relaxed },
  );
  const waiting = events.filter(({ envelope }) => parked.has(envelope.organizationId));
  context.metrics.eventsHandled.inc({ consumer: name, outcome: 'handled' }, events.length - waiting.length);
  return waiting;
}

/** Runs work as a step of the event's trace. */
function asStep(name: string, { envelope }: LoggedEvent, work: () => Promise<void>): Promise<void> {
  const { id, type, traceId, actor } = envelope;
  return runWithTrace({ traceId, actor }, () => inSpan(`${name} handles ${type}`, { 'event.id': id }, work));
}

async function openFor(tx: TenantTransaction, { envelope }: LoggedEvent): Promise<TypedEvent<EventType>> {
  const payload = await tx.openEvent(envelope.organizationId, envelope);
  return parseEvent({ ...envelope, payload });
}

interface EntryRow {
  entered: string[] | null;
  parked: string[] | null;
}

/** Ids of the events this consumer has not handled before, and organisations whose events must wait. */
async function enterInbox(
  { client }: SystemTransaction,
  consumer: string,
  events: readonly LoggedEvent[],
): Promise<{ entered: Set<string>; parked: Set<string> }> {
  const { rows } = await client.query<EntryRow>(
    `with parked as (select distinct organization_id from kit.parked_events where consumer = $1),
     entered as (
       insert into kit.inbox (consumer, event_id, organization_id)
       select $1, id, organization_id from unnest($2::uuid[], $3::uuid[]) as given (id, organization_id)
       where organization_id not in (select organization_id from parked) order by id
       on conflict do nothing returning event_id
     )
     select (select array_agg(event_id::text) from entered) as entered,
            (select array_agg(organization_id::text) from parked) as parked`,
    [
      consumer,
      events.map(({ envelope }) => envelope.id),
      events.map(({ envelope }) => envelope.organizationId),
    ],
  );
  return { entered: new Set(rows[0]?.entered), parked: new Set(rows[0]?.parked) };
}
