import type { EventType, TypedEvent } from '@tokenholic/contracts';
import type { Reaction, TenantTransaction } from '@tokenholic/kit';
import { industryById } from '@tokenholic/reference';
import { eq } from 'drizzle-orm';
import { settleTasks } from '../commands/settle-tasks.ts';
import { describeEvent } from '../domain/describe-event.ts';
import type { Description } from '../domain/description.ts';
import { addSign, healthOf } from '../domain/health.ts';
import { addHeat, firstHeat } from '../domain/heat.ts';
import { foldForSearch } from '../domain/search-text.ts';
import { clients, timeline } from '../tables.ts';
import { noteEvent } from './note.ts';

/** Every event of every topic becomes an entry of its client's timeline and moves the client's row in the list. */
export const onEvent: Reaction<EventType> = async (tx, event) => {
  const description = describeEvent(event);
  const at = new Date(event.occurredAt);
  await tx.db
    .insert(timeline)
    .values({
      id: event.id,
      organizationId: event.organizationId,
      type: event.type,
      occurredAt: at,
      actor: event.actor,
      kind: description.kind,
      form: description.form,
      title: description.title,
      text: description.text,
      shares: description.shares,
      weight: description.weight,
    })
    .onConflictDoNothing();
  await noteEvent(tx, event, description);
  if (!(await moveClient(tx, event, description, at))) return;
  await settleTasks(tx, event.organizationId, event.id, description, at);
};

/** False for an organisation that is no client: the vendor's own events have a timeline, but no row in the list. */
async function moveClient(
  tx: TenantTransaction,
  event: TypedEvent<EventType>,
  description: Description,
  at: Date,
): Promise<boolean> {
  const { organizationId } = event;
  const { facts } = description;
  const [known] = await tx.db
    .select()
    .from(clients)
    .where(eq(clients.organizationId, organizationId))
    .for('update');
  if (known === undefined && event.type !== 'client.created') return false;
  const before = known ?? newClient(organizationId, facts.name ?? '', at);
  const mood = addSign({ good: before.good, bad: before.bad, at: before.moodAt }, description.mood, at);
  const health = description.mood === 0 ? before.health : healthOf(mood);
  const name = facts.name ?? before.name;
  const industryId = facts.industryId ?? before.industryId;
  const telling = description.weight > 0 || description.form === 'card' || before.lastZh === null;
  const stage = facts.stage ?? before.stage;
  const row: typeof clients.$inferInsert = {
    ...before,
    name,
    industryId,
    health,
    healthBefore: health === before.health ? before.healthBefore : before.health,
    stage,
    stageSince: stage === before.stage ? before.stageSince : at,
    heat: addHeat(before.heat, description.weight, at),
    good: mood.good,
    bad: mood.bad,
    moodAt: mood.at,
    opportunity: facts.opportunity ?? before.opportunity,
    lastZh: telling ? description.title.zh : before.lastZh,
    lastEn: telling ? description.title.en : before.lastEn,
    lastAt: at > before.lastAt ? at : before.lastAt,
    searchText: searchTextOf(name, industryId),
  };
  if (known === undefined) await tx.db.insert(clients).values(row);
  else await tx.db.update(clients).set(row).where(eq(clients.organizationId, organizationId));
  return true;
}

function newClient(organizationId: string, name: string, at: Date): typeof clients.$inferSelect {
  return {
    organizationId,
    name,
    searchText: '',
    stage: 'sales',
    stageSince: at,
    industryId: null,
    heat: firstHeat(at),
    good: 0,
    bad: 0,
    moodAt: at,
    health: 60,
    healthBefore: 60,
    opportunity: null,
    lastZh: null,
    lastEn: null,
    lastAt: at,
    waiting: 0,
  };
}

function searchTextOf(name: string, industryId: string | null): string {
  const industry = industryId === null ? undefined : industryById(industryId);
  return foldForSearch([name, industry?.name.zh ?? '', industry?.name.en ?? ''].join('\n'));
}
