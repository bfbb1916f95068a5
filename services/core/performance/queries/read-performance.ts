import type { Metric, MetricValue, Performance, TeamPerformance } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import { and, eq, gte, or } from 'drizzle-orm';
import { coach, LOOK_BACK_DAYS } from '../domain/coach.ts';
import { refused } from '../domain/failures.ts';
import { KINDS, METRICS, measure, TEAM_NEEDS, teamAverage } from '../domain/metrics.ts';
import { instantsOf, quarterOf } from '../domain/period.ts';
import type { Colleague, PerformancePorts } from '../ports.ts';
import { answers, type FactRow } from '../tables.ts';
import { readFacts } from './read-facts.ts';
import { readObjectives } from './read-objectives.ts';

const DAY = 86_400_000;
/** A dismissed suggestion stays away so long, unless its reason changes. */
const DISMISSED_DAYS = 30;

/** One person's figures, objectives and suggestions: one's own, or as a manager anybody's. */
export async function readPerformance(
  kit: Kit,
  ports: PerformancePorts,
  principal: Principal,
  userId: string,
): Promise<Performance> {
  if (userId !== principal.user.id && !principal.user.permissions.includes('performance.team'))
    throw refused('only_own');
  const people = await ports.people(principal.homeOrganizationId);
  const person = people.find(({ id }) => id === userId);
  if (person === undefined) throw notFound();
  const now = kit.now();
  const period = quarterOf(now);
  const ids = people.map(({ id }) => id);
  const facts = await readFacts(kit, ports, ids, instantsOf(period));
  const objectives = await readObjectives(kit, ports, principal, [userId]);
  const values = new Map(people.map(({ id }) => [id, measuresOf(facts, id)]));
  return {
    person: { id: person.id, name: person.name },
    ...{ ...period, objectives, teamNeeds: TEAM_NEEDS },
    metrics: (values.get(userId) ?? []).map((one) => ({ ...one, kind: KINDS[one.metric] })),
    team: METRICS.map((metric) => teamAverage(metric, [...values.values()].flat())),
    suggestions: await suggestionsFor(kit, ports, principal, person, objectives),
  };
}

/** Everybody's figures side by side, for managers. */
export async function readTeam(
  kit: Kit,
  ports: PerformancePorts,
  principal: Principal,
): Promise<TeamPerformance> {
  const people = await ports.people(principal.homeOrganizationId);
  const period = quarterOf(kit.now());
  const ids = people.map(({ id }) => id);
  const facts = await readFacts(kit, ports, ids, instantsOf(period));
  const objectives = await readObjectives(kit, ports, principal, ids);
  return {
    ...period,
    people: people.map(({ id, name }) => {
      const own = objectives.filter(({ userId }) => userId === id);
      return {
        person: { id, name },
        metrics: measuresOf(facts, id),
        objectives: { all: own.length, behind: own.filter(({ state }) => state === 'behind').length },
      };
    }),
  };
}

function measuresOf(facts: readonly FactRow[], userId: string): MetricValue[] {
  const own = facts.flatMap(({ userId: who, kind, value }) =>
    who === userId && isMetric(kind) ? [{ metric: kind, value }] : [],
  );
  return METRICS.map((metric) => measure(metric, own));
}

const isMetric = (kind: string): kind is Metric => METRICS.some((metric) => metric === kind);

async function suggestionsFor(
  kit: Kit,
  ports: PerformancePorts,
  principal: Principal,
  { id: userId }: Colleague,
  objectives: Performance['objectives'],
): Promise<Performance['suggestions']> {
  const now = kit.now();
  const begins = new Date(now.getTime() - LOOK_BACK_DAYS * DAY);
  const facts = await readFacts(kit, ports, [userId], { begins, ends: new Date(now.getTime() + 1) });
  const { homeOrganizationId: home, organizationIds } = principal;
  const given = await kit.database.withTenant([home], (tx) =>
    tx.db
      .select()
      .from(answers)
      .where(
        and(
          eq(answers.userId, userId),
          or(eq(answers.answer, 'accepted'), gte(answers.at, new Date(now.getTime() - DISMISSED_DAYS * DAY))),
        ),
      ),
  );
  const answerOf = new Map(given.map(({ key, answer }) => [key, answer]));
  const deeds = facts.map(({ organizationId, ...fact }) => ({
    ...fact,
    // A way there is shown only to whoever may go it.
    clientId: organizationId !== home && organizationIds.includes(organizationId) ? organizationId : null,
  }));
  return coach(deeds, objectives, now)
    .map((one) => ({ ...one, answer: answerOf.get(one.key) ?? null }))
    .filter(({ answer }) => answer !== 'dismissed');
}
