import type {
  FeedbackPoint,
  LocalizedText,
  SolutionAgent,
  SolutionRun,
  SolutionRunStatus,
  SolutionSection,
  SolutionStage,
} from '@tokenholic/contracts';

/** What a run was asked for. */
export type RunRequest =
  | { kind: 'propose' }
  | {
      kind: 'refine';
      from: number;
      feedback: string;
      points: FeedbackPoint[];
      locked: SolutionSection[];
    };

const AGENTS: readonly SolutionAgent[] = ['query', 'retrieval', 'synthesis'];

export const newStages = (): SolutionStage[] =>
  AGENTS.map((agent) => ({ agent, status: 'waiting', done: 0, total: 0, activity: null }));

export const isActive = (status: SolutionRunStatus) => status === 'queued' || status === 'working';

type Progress = Partial<Pick<SolutionStage, 'status' | 'done' | 'total' | 'activity'>>;

export const withStage = (stages: readonly SolutionStage[], agent: SolutionAgent, progress: Progress) =>
  stages.map((stage) => (stage.agent === agent ? { ...stage, ...progress } : stage));

/** Stages of a run that ended early: who was at work has failed, the others never began. */
export const stoppedStages = (stages: readonly SolutionStage[]): SolutionStage[] =>
  stages.map((stage) =>
    stage.status === 'working' ? { ...stage, status: 'failed', activity: null } : stage,
  );

/** Stages of a run that is taken up again: what is done stays done. */
export const restartedStages = (stages: readonly SolutionStage[]): SolutionStage[] =>
  stages.map((stage) => (stage.status === 'done' ? stage : { ...stage, status: 'waiting', activity: null }));

const failure = (code: string, zh: string, en: string): NonNullable<SolutionRun['error']> => ({
  code: `solutions.${code}`,
  message: { zh, en },
});

export const INTERRUPTED = failure(
  'interrupted',
  '生成多次被中断，已暂停。查到的资料都在，点“继续”即可接着做。',
  'The run was interrupted several times and is paused. What was found is kept: press Continue to go on.',
);
export const FAILED = failure(
  'failed',
  '生成时出了意外，查到的资料都在。请点“继续”重试；如仍失败，请联系支持。',
  'Something unexpected happened. What was found is kept: press Continue to try again, and contact support if it persists.',
);

export const said = {
  planned: (count: number): LocalizedText => ({
    zh: `列出 ${count} 个要查的问题`,
    en: `${count} questions to look up`,
  }),
  asking: (about: string): LocalizedText => ({ zh: `正在查：${about}`, en: `Looking up: ${about}` }),
  found: (passages: number, documents: number): LocalizedText => ({
    zh: `找到 ${documents} 份资料中的 ${passages} 段原文`,
    en: `${passages} passages in ${documents} documents`,
  }),
  writing: (passages: number): LocalizedText => ({
    zh: `依据 ${passages} 段原文逐句写作并核对`,
    en: `Writing from ${passages} passages, each sentence checked`,
  }),
  wording: { zh: '模型正在改写概要，逐句核对', en: 'A model rewrites the summary; each sentence is checked' },
  written: (sentences: number, dropped: number): LocalizedText => ({
    zh: dropped === 0 ? `${sentences} 句，句句有据` : `${sentences} 句有据，略去 ${dropped} 句`,
    en:
      dropped === 0
        ? `${sentences} sentences, all supported`
        : `${sentences} sentences stand, ${dropped} left out`,
  }),
};
