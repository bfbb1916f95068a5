import type { EventType, TypedEvent } from '@tokenholic/contracts';
import { industryById } from '@tokenholic/reference';
import type { clients } from '../tables.ts';
import type { Description } from './description.ts';
import { addSign, healthOf } from './health.ts';
import { addHeat, firstHeat } from './heat.ts';
import { foldForSearch } from './search-text.ts';

export type ClientRow = typeof clients.$inferSelect;

/** The client's row in the list after an event; null for an organisation that is no client: the vendor's own events have a timeline, but no row. */
export function movedClient(
  known: ClientRow | null,
  event: TypedEvent<EventType>,
  description: Description,
): ClientRow | null {
  if (known === null && event.type !== 'client.created') return null;
  const at = new Date(event.occurredAt);
  const { facts } = description;
  const before = known ?? newClient(event.organizationId, facts.name ?? '', at);
  const mood = addSign({ good: before.good, bad: before.bad, at: before.moodAt }, description.mood, at);
  const health = description.mood === 0 ? before.health : healthOf(mood);
  const name = facts.name ?? before.name;
  const industryId = facts.industryId ?? before.industryId;
  const telling = description.weight > 0 || description.form === 'card' || before.lastZh === null;
  const stage = facts.stage ?? before.stage;
  return {
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
}

function newClient(organizationId: string, name: string, at: Date): ClientRow {
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
