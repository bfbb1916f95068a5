import type { PracticeOutcome, PracticePhase } from '@tokenholic/contracts';
import { levels, scenarios } from '../scenario/scenarios.ts';
import { LEAVES_AT } from './mood.ts';
import { openConcern, type Talk } from './talk.ts';

export const planOf = ({ setting: { scenario, level } }: Talk) => scenarios[scenario].plans[level];
export const raised = (talk: Talk, kind: 'objection' | 'question' | 'term') =>
  talk.concerns.filter((concern) => concern.kind === kind).length;

interface Transition {
  from: PracticePhase;
  to: PracticePhase;
  when: (talk: Talk) => boolean;
}
/** The way of a talk. Rows are tried in order, again and again until none fits; a talk may pass several at once. */
const TRANSITIONS: readonly Transition[] = [
  { from: 'opening', to: 'exploring', when: (talk) => talk.heard.length > 0 },
  {
    from: 'exploring',
    to: 'challenging',
    when: (talk) =>
      talk.told.length >= planOf(talk).needs || talk.heard.length >= Math.ceil(planOf(talk).lines * 0.4),
  },
  {
    from: 'challenging',
    to: 'deciding',
    when: (talk) =>
      openConcern(talk) === null &&
      raised(talk, 'objection') >= planOf(talk).objections &&
      raised(talk, 'question') >= planOf(talk).questions,
  },
];

export function advance(talk: Talk): Talk {
  const row = TRANSITIONS.find(({ from, when }) => from === talk.phase && when(talk));
  return row === undefined ? talk : advance({ ...talk, phase: row.to });
}

/** Times the customer asks for a suggestion before letting it rest. */
const MOST_INVITES = 2;

interface Ending {
  outcome: PracticeOutcome;
  when: (talk: Talk) => boolean;
}
/** How a talk ends; the first row that fits. */
const ENDINGS: readonly Ending[] = [
  { outcome: 'left', when: ({ mood }) => mood <= LEAVES_AT },
  {
    outcome: 'agreed',
    when: (talk) => {
      const { step, agrees } = levels[talk.setting.level];
      const proposed = talk.heard.at(-1)?.reading.step?.quality ?? 0;
      return talk.phase === 'deciding' && proposed >= step && talk.mood >= agrees;
    },
  },
  { outcome: 'parked', when: (talk) => talk.phase === 'deciding' && talk.invites > MOST_INVITES },
  {
    outcome: 'time_up',
    when: (talk) => talk.heard.length >= planOf(talk).lines,
  },
];

export const endingOf = (talk: Talk): PracticeOutcome | null =>
  ENDINGS.find(({ when }) => when(talk))?.outcome ?? null;
