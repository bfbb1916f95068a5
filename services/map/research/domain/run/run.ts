import type {
  AgentName,
  LocalizedText,
  ResearchRun,
  RunStatus,
  SourceReport,
  Stage,
} from '@tokenholic/contracts';

export interface RunFailure {
  code: string;
  message: LocalizedText;
}

export type RunState = Pick<
  ResearchRun,
  'status' | 'stages' | 'sources' | 'pages' | 'findings' | 'mapVersion' | 'error' | 'finishedAt'
>;

const AGENTS: readonly AgentName[] = ['research', 'analysis', 'visualisation'];
const ACTIVE: readonly RunStatus[] = ['queued', 'researching', 'analysing', 'drawing'];
const STATUS_OF: Record<AgentName, RunStatus> = {
  research: 'researching',
  analysis: 'analysing',
  visualisation: 'drawing',
};

export function isActive(status: RunStatus): boolean {
  return ACTIVE.includes(status);
}

/** A run that waits for its first agent. */
export function newRun(): RunState {
  return {
    status: 'queued',
    stages: AGENTS.map((agent) => ({
      agent,
      status: 'waiting',
      done: 0,
      total: 0,
      activity: null,
      startedAt: null,
      finishedAt: null,
    })),
    sources: [],
    pages: 0,
    findings: 0,
    mapVersion: null,
    error: null,
    finishedAt: null,
  };
}

function withStage(run: RunState, agent: AgentName, change: Partial<Stage>): RunState {
  return {
    ...run,
    stages: run.stages.map((stage) => (stage.agent === agent ? { ...stage, ...change } : stage)),
  };
}

/** An agent begins, or goes on after an interruption. */
export function beginStage(run: RunState, agent: AgentName, now: Date): RunState {
  const startedAt = run.stages.find((stage) => stage.agent === agent)?.startedAt ?? now.toISOString();
  return withStage({ ...run, status: STATUS_OF[agent], error: null, finishedAt: null }, agent, {
    status: 'working',
    startedAt,
    finishedAt: null,
  });
}

export function advanceStage(
  run: RunState,
  agent: AgentName,
  progress: Partial<Pick<Stage, 'done' | 'total' | 'activity'>>,
): RunState {
  return withStage(run, agent, progress);
}

export function finishStage(run: RunState, agent: AgentName, now: Date): RunState {
  return withStage(run, agent, { status: 'done', activity: null, finishedAt: now.toISOString() });
}

/** A source tells how it goes; each source has one report, the newest. */
export function reportSource(run: RunState, report: SourceReport): RunState {
  const known = run.sources.some((source) => source.id === report.id);
  const sources = known
    ? run.sources.map((source) => (source.id === report.id ? report : source))
    : [...run.sources, report];
  return { ...run, sources };
}

const OVER: readonly SourceReport['status'][] = [
  'read',
  'reused',
  'nothing_found',
  'unreachable',
  'forbidden',
  'skipped',
  'failed',
];

/** Sources that need not be read again when a run is resumed. */
export function finishedSources(run: RunState): Set<string> {
  return new Set(run.sources.filter((source) => OVER.includes(source.status)).map((source) => source.id));
}

/** The map is drawn: the run is complete. */
export function completeRun(run: RunState, mapVersion: number, now: Date): RunState {
  const drawn = finishStage(run, 'visualisation', now);
  return { ...drawn, status: 'completed', mapVersion, finishedAt: now.toISOString() };
}

/** Ends a run early; what was found so far stays. */
export function endRun(
  run: RunState,
  status: 'failed' | 'cancelled' | 'interrupted',
  error: RunFailure | null,
  now: Date,
): RunState {
  return {
    ...run,
    status,
    error,
    finishedAt: now.toISOString(),
    stages: run.stages.map((stage) =>
      stage.status === 'working'
        ? {
            ...stage,
            status: status === 'failed' ? 'failed' : 'skipped',
            activity: null,
            finishedAt: now.toISOString(),
          }
        : stage,
    ),
  };
}
