import type { DaySummary, Language } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { and, desc, gt, lt, sql, sum } from 'drizzle-orm';
import { visit } from '../commands/visit.ts';
import { AT_RISK } from '../domain/health.ts';
import { sealedTimeline } from '../sealed.ts';
import { clients, timeline } from '../tables.ts';
import { type Happened, summariseTask } from '../tasks/summarise.ts';

/** The weightiest so many events are read; the rest is only counted. */
const READ = 60;

/** What happened since the person was last here. Rules answer at once; `ask` lets the connected model write the text. */
export async function summariseDay(
  kit: Kit,
  llm: Llm,
  principal: Principal,
  { language, ask }: { language: Language; ask: boolean },
): Promise<DaySummary> {
  const { awaySince } = await visit(kit, principal);
  const { events, moved, waiting, atRisk } = await gather(kit, principal, awaySince, language);
  const input = { language, events };
  const modelReady = await llm.hasModel();
  const { output, engine } =
    ask && events.length > 0
      ? await llm.run(summariseTask, input, { organizationId: principal.homeOrganizationId })
      : {
          output: await summariseTask.rules(input),
          engine: {
            via: 'rules' as const,
            model: null,
            reason: modelReady ? 'not_asked' : 'no_model_configured',
          },
        };
  const clientOf = new Map(events.map(({ id, clientId }) => [id, clientId]));
  return {
    since: awaySince.toISOString(),
    language,
    sentences: output.sentences.flatMap(({ text, eventIds }) => {
      const clientId = clientOf.get(eventIds[0] ?? '');
      return clientId === undefined ? [] : [{ text, clientId, eventIds }];
    }),
    engine,
    modelReady,
    moved,
    waiting,
    atRisk,
  };
}

/** Clients whose events are read: the most pressing of those with which anything happened. */
const CLIENTS_READ = 30;

/** Two steps, so that the timelines are read behind a gate of thirty organisations and not of ten thousand. */
async function gather(kit: Kit, principal: Principal, since: Date, language: Language) {
  const { pressing, totals } = await kit.database.withTenant(principal.organizationIds, async (tx) => {
    const news = gt(clients.lastAt, since);
    const [totals] = await tx.db
      .select({
        moved: sql<number>`count(*) filter (where ${news})`.mapWith(Number),
        waiting: sum(clients.waiting).mapWith(Number),
        atRisk: sql<number>`count(*) filter (where ${lt(clients.health, AT_RISK)})`.mapWith(Number),
      })
      .from(clients);
    const pressing = await tx.db
      .select({ id: clients.organizationId, name: clients.name })
      .from(clients)
      .where(news)
      .orderBy(desc(clients.heat), desc(clients.organizationId))
      .limit(CLIENTS_READ);
    return { pressing, totals };
  });
  const rows = await kit.database.withTenant(
    pressing.map(({ id }) => id),
    async (tx) => {
      const stored = await tx.db
        .select()
        .from(timeline)
        .where(and(gt(timeline.occurredAt, since), gt(timeline.weight, 0)))
        .orderBy(desc(timeline.weight), desc(timeline.occurredAt))
        .limit(READ);
      return tx.open(sealedTimeline, stored);
    },
  );
  const nameOf = new Map(pressing.map(({ id, name }) => [id, name]));
  const events: Happened[] = rows.map((entry) => ({
    id: entry.id,
    clientId: entry.organizationId,
    client: nameOf.get(entry.organizationId) ?? '',
    title: entry.title[language],
    text: entry.text?.[language] ?? '',
    weight: entry.weight,
    at: entry.occurredAt.toISOString(),
  }));
  return {
    events,
    moved: totals?.moved ?? 0,
    waiting: totals?.waiting ?? 0,
    atRisk: totals?.atRisk ?? 0,
  };
}
