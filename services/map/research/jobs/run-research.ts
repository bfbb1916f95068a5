import { DONE, forgetThread, runGraph } from '@tokenholic/agents';
import type { EventPayload } from '@tokenholic/contracts';
import { AppError, type JobHandler, type Kit } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { endRunEarly } from '../commands/end-run.ts';
import { keepProfile } from '../commands/keep-profile.ts';
import { loadFiles } from '../commands/materials.ts';
import type { Reading } from '../domain/gathering/reuse.ts';
import { applyReviews } from '../domain/review/apply-reviews.ts';
import {
  advanceStage,
  beginStage,
  finishedSources,
  finishStage,
  isActive,
  reportSource,
} from '../domain/run/run.ts';
import { loadReusableSources } from '../queries/reusable-sources.ts';
import { getRun } from '../queries/runs.ts';
import { loadVerdicts } from '../queries/workbench.ts';
import { findings as findingsTable, reviews, runs } from '../tables.ts';
import type { Analysis, AnalysisAgent, ResearchAgent, StoredPage } from './agents.ts';
import { openJournal, type RunJournal, RunOver } from './run-journal.ts';
import { loadRunPages, storePage, takeOverPages } from './store-page.ts';

export interface Agents {
  research: ResearchAgent;
  analyse: AnalysisAgent;
}

/** A run that brought the process down this often is not tried by itself again. */
const MAXIMUM_RESTARTS = 3;

interface RunPlace {
  kit: Kit;
  clientId: string;
  runId: string;
  signal: AbortSignal;
}

/** The job behind a run: research, then analysis; drawing follows from the event. Each step can be taken up again after a crash. */
export function runResearch(kit: Kit, agents: Agents): JobHandler {
  return async (data, { organizationId: clientId, signal, retries }) => {
    const { runId } = z.object({ runId: z.uuid() }).parse(data);
    const place = { kit, clientId, runId, signal };
    const run = await getRun(kit, clientId, runId);
    if (!isActive(run.status) || run.status === 'drawing') return;
    if (retries > MAXIMUM_RESTARTS) {
      await endRunEarly(kit, clientId, runId, 'interrupted', INTERRUPTED);
      return;
    }
    const journal = openJournal(kit, clientId, runId, run);
    const graph = researchGraph({
      research: () => research(place, agents.research, journal, run.clientName),
      analysis: () => analyse(place, agents.analyse, journal, run),
    });
    try {
      await runGraph(graph, {
        database: kit.database,
        organizationId: clientId,
        threadId: threadOf(runId),
        input: { runId },
        signal,
      });
    } catch (error) {
      await giveUp(place, error);
    }
  };
}

const stateSchema = z.object({ runId: z.uuid() });
const threadOf = (runId: string) => `research/${runId}`;

/** The agents in their order. Pages, sources and findings stand in tables of their own; a checkpoint says which agent is through. */
function researchGraph(agents: Record<'research' | 'analysis', () => Promise<void>>) {
  const step = (agent: keyof typeof agents, next: string) => ({
    run: async () => {
      await agents[agent]();
      return {};
    },
    next,
  });
  return {
    state: stateSchema,
    first: 'research',
    steps: { research: step('research', 'analysis'), analysis: step('analysis', DONE) },
  };
}

async function research(
  place: RunPlace,
  agent: ResearchAgent,
  journal: RunJournal,
  clientName: string,
): Promise<void> {
  const { kit, clientId, runId } = place;
  const run = await getRun(kit, clientId, runId);
  const { input } = run;
  const stop = new AbortController();
  const signal = AbortSignal.any([place.signal, stop.signal]);
  journal.change((state) => beginStage(state, 'research', kit.now()));
  await journal.write('research');
  const files = await loadFiles(kit, clientId, input.materialIds);
  const fresh =
    input.reread === true
      ? new Map<string, Reading>()
      : await kit.database.withTenant([clientId], (tx) => loadReusableSources(tx, run, kit.now()));
  const { website, links, notes, language, publicSources, skipSources = [] } = input;
  let over: unknown = null;
  await agent(
    { clientName, website, links, notes, language, publicSources, skipSources, files },
    {
      signal,
      finished: finishedSources(journal.state),
      fresh,
      onSource: (report) => {
        journal.change((state) => countSources(reportSource(state, report)));
        journal.writeNowAndThen('research').catch((error) => {
          over ??= error;
          stop.abort();
        });
      },
      onPage: async (page, sourceId) => {
        await kit.database.withTenant([clientId], (tx) =>
          storePage(tx, { clientId, runId, sourceId }, page, kit.now()),
        );
        journal.change((state) => ({ ...state, pages: state.pages + 1 }));
        await journal.writeNowAndThen('research');
      },
      onReuse: async (reading, sourceId) => {
        await kit.database.withTenant([clientId], (tx) =>
          takeOverPages(tx, { clientId, runId, sourceId }, reading),
        );
        journal.change((state) => ({ ...state, pages: state.pages + reading.pageIds.length }));
      },
    },
  );
  if (over !== null) throw over;
  journal.change((state) => finishStage(countSources(state), 'research', kit.now()));
  await journal.write('research');
}

function countSources(state: Parameters<typeof advanceStage>[0]) {
  const working = state.sources.find((source) => source.status === 'reading');
  return advanceStage(state, 'research', {
    done: finishedSources(state).size,
    total: state.sources.length,
    activity:
      working === undefined ? null : { zh: `正在阅读 ${working.label}`, en: `Reading ${working.label}` },
  });
}

async function analyse(
  place: RunPlace,
  agent: AnalysisAgent,
  journal: RunJournal,
  client: { clientName: string; input: { website: string | null } },
): Promise<void> {
  const { kit, clientId, runId, signal } = place;
  const pages = await kit.database.withTenant([clientId], (tx) => loadRunPages(tx, clientId, runId));
  journal.change((state) =>
    advanceStage(beginStage(state, 'analysis', kit.now()), 'analysis', { done: 0, total: pages.length }),
  );
  await journal.write('analysis');
  const analysis = await agent({ name: client.clientName, website: client.input.website }, pages, {
    organizationId: clientId,
    signal,
    onPage: async (done, total) => {
      journal.change((state) =>
        advanceStage(state, 'analysis', {
          done,
          total,
          activity: { zh: `已读 ${done}/${total} 页`, en: `Read ${done} of ${total} pages` },
        }),
      );
      await journal.writeNowAndThen('analysis');
    },
  });
  await conclude(place, journal, client.clientName, pages, analysis);
}

/** Findings, state and the event that draws the map commit together. */
async function conclude(
  { kit, clientId, runId }: RunPlace,
  journal: RunJournal,
  clientName: string,
  pages: readonly StoredPage[],
  analysis: Analysis,
): Promise<void> {
  const { findings, industryId, employees, engine, profile } = analysis;
  const completed: EventPayload<'research.completed'> = {
    runId,
    clientName,
    industryId,
    employees,
    findings,
    pages: pages.length,
    engine,
    profile: profile.statements,
  };
  journal.change((state) => {
    const analysed = finishStage(
      { ...state, pages: pages.length, findings: findings.length },
      'analysis',
      kit.now(),
    );
    return beginStage(analysed, 'visualisation', kit.now());
  });
  await journal.write('visualisation', async (tx) => {
    if (findings.length > 0) {
      await tx.db
        .insert(findingsTable)
        .values(findings.map((body) => ({ organizationId: clientId, runId, id: body.id, body })))
        .onConflictDoNothing();
    }
    await tx.db
      .update(runs)
      .set({ conclusion: { industryId, employees, engine } })
      .where(and(eq(runs.organizationId, clientId), eq(runs.id, runId)));
    await keepProfile(tx, clientId, { ...profile, runId, industryId, employees, readAt: kit.now() });
    // What people said of the same findings before holds for them now.
    const reviewed = applyReviews(findings, await loadVerdicts(tx, clientId));
    await tx.db.update(reviews).set({ applied: true }).where(eq(reviews.organizationId, clientId));
    await tx.publish(clientId, 'research.completed', { ...completed, findings: reviewed });
  });
}

const INTERRUPTED = {
  code: 'research.interrupted',
  message: {
    zh: '研究多次被中断，已暂停。已读的页面都在，点击“继续”即可从断点恢复。',
    en: 'The run was interrupted several times and is paused. Everything read so far is kept: press Resume to go on from there.',
  },
};

const FAILED = {
  code: 'research.failed',
  message: {
    zh: '研究意外失败，已读的页面都在。请点击“继续”重试；如仍失败，请联系支持。',
    en: 'Research failed unexpectedly. Everything read so far is kept: press Resume to try again, and contact support if it persists.',
  },
};

/** A cancelled run ends quietly, a stopping process leaves the run to the next one, anything else is said on the run. */
async function giveUp({ kit, clientId, runId, signal }: RunPlace, error: unknown): Promise<void> {
  if (error instanceof RunOver) return forgetThread(kit.database, clientId, threadOf(runId));
  if (signal.aborted) throw error;
  kit.logger.error({ err: error, runId }, 'research run failed');
  const failure = error instanceof AppError ? { code: error.code, message: error.userMessage } : FAILED;
  await endRunEarly(kit, clientId, runId, 'failed', failure);
}
