import type { LocalizedText, TimelineKind } from '@tokenholic/contracts';

export type TaskAction = 'open_map' | 'open_run' | 'draft_email' | 'handoff' | 'open_client';

/** A task that an event gives rise to. */
export interface TaskProposal {
  /** The story it belongs to: a second event of the same story makes no second task. */
  key: string;
  rule: string;
  title: LocalizedText;
  reason: LocalizedText;
  outcome: LocalizedText | null;
  action: TaskAction;
  /** What is at stake, CNY a year; 0 where money does not say it. */
  impact: number;
  /** Hours from the event until it should be answered. */
  dueInHours: number | null;
}

/** What the workspace makes of one event. */
export interface Description {
  kind: TimelineKind;
  form: 'card' | 'line';
  title: LocalizedText;
  text: LocalizedText | null;
  /** How much it asks for attention: 0 routine, 1 worth a look, 3 must be answered. */
  weight: number;
  /** Good for the client's health above 0, bad below, in [-1, 1]. */
  mood: number;
  notice: 'critical' | 'warning' | 'info' | null;
  /** The one person the notice is meant for; null: everybody who may read it. */
  noticeTo: string | null;
  shares: { group: string; share: number }[] | null;
  tasks: TaskProposal[];
  /** Keys of tasks that this event answers. */
  answers: string[];
  /** What it changes in the list's row. */
  facts: {
    name?: string;
    industryId?: string | null;
    opportunity?: number;
    stage?: 'sales' | 'onboarding' | 'support' | 'success';
  };
}

/** A description with everything that is usual, to be told apart from. */
export function described(
  kind: TimelineKind,
  title: LocalizedText,
  rest: Partial<Omit<Description, 'kind' | 'title'>> = {},
): Description {
  return {
    kind,
    title,
    form: 'line',
    text: null,
    weight: 0,
    mood: 0,
    notice: null,
    noticeTo: null,
    shares: null,
    tasks: [],
    answers: [],
    facts: {},
    ...rest,
  };
}
