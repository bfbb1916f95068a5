import type { Language, PracticeLevel, PracticeScenario, PracticeTurn } from '@tokenholic/contracts';
import { accepted, agreed, askFigure, left, neutral, reminded, timeUp } from './lines.ts';
import { type Reading, readLine } from './read-line.ts';
import type { Lines, Objection, Scenario } from './scenario.ts';
import { discovery } from './scenarios/discovery.ts';
import { executive } from './scenarios/executive.ts';
import { objections } from './scenarios/objections.ts';
import { technical } from './scenarios/technical.ts';

export const scenarios: Readonly<Record<PracticeScenario, Scenario>> = {
  ...{ discovery, technical, objections, executive },
};

const LEVELS = {
  easy: { mood: 65, objections: 1, turns: 8 },
  medium: { mood: 50, objections: 2, turns: 10 },
  hard: { mood: 38, objections: 3, turns: 12 },
} as const;

export interface Setting {
  scenario: PracticeScenario;
  level: PracticeLevel;
  language: Language;
}
/** Everything the customer remembers; it follows from the seller's lines alone. */
export interface Talk {
  turns: PracticeTurn[];
  readings: { text: string; reading: Reading }[];
  mood: number;
  topics: string[];
  raised: { objection: Objection; answeredBy: string | null }[];
  unsupported: string[];
  outcome: 'agreed' | 'left' | 'time_up' | null;
}

/** Replays a talk from what the seller said: the same lines always meet the same customer. */
export function replay(setting: Setting, lines: readonly string[]): Talk {
  const scenario = scenarios[setting.scenario];
  let talk: Talk = {
    turns: [{ speaker: 'customer', text: scenario.opening[setting.language] }],
    readings: [],
    mood: LEVELS[setting.level].mood,
    topics: [],
    raised: [],
    unsupported: [],
    outcome: null,
  };
  for (const line of lines) talk = answer(setting, talk, line);
  return talk;
}

/** The talk after one more line of the seller. A talk that has ended stays as it is. */
export function answer(setting: Setting, before: Talk, text: string): Talk {
  if (before.outcome !== null) return before;
  const reading = readLine(text);
  const pending = before.raised.find(({ answeredBy }) => answeredBy === null);
  const settled = pending?.objection.answer.test(text) === true;
  const talk: Talk = {
    ...before,
    readings: [...before.readings, { text, reading }],
    raised: before.raised.map((one) => (one === pending && settled ? { ...one, answeredBy: text } : one)),
    unsupported: reading.sourced ? before.unsupported : [...before.unsupported, ...reading.figures],
    mood: clamp(before.mood + moodChange(reading, pending !== undefined, settled)),
  };
  const outcome = outcomeOf(setting, talk);
  const reply = outcome === null ? replyTo(setting, talk, text, pending !== undefined, settled) : null;
  const ending = outcome === null ? '' : { agreed, left, time_up: timeUp }[outcome][setting.language];
  return {
    ...talk,
    ...reply?.changes,
    outcome,
    turns: [
      ...before.turns,
      { speaker: 'seller', text },
      { speaker: 'customer', text: reply === null ? ending : reply.text },
    ],
  };
}

function moodChange(reading: Reading, pending: boolean, settled: boolean): number {
  let change = reading.question === 'open' ? 5 : 0;
  if (reading.care) change += 3;
  if (reading.long) change -= 6;
  if (reading.figures.length > 0) change += reading.sourced ? 5 : -4;
  if (pending) change += settled ? 10 : -9;
  return change;
}

function outcomeOf({ level }: Setting, talk: Talk): Talk['outcome'] {
  const last = talk.readings.at(-1)?.reading;
  if (talk.mood <= 5) return 'left';
  const open = talk.raised.some(({ answeredBy }) => answeredBy === null);
  const enough = talk.raised.length >= LEVELS[level].objections;
  if (last?.step === true && last.question !== null && enough && !open && talk.mood >= 50) return 'agreed';
  return talk.readings.length >= LEVELS[level].turns ? 'time_up' : null;
}

function replyTo(setting: Setting, talk: Talk, text: string, pending: boolean, settled: boolean) {
  const { language, level, scenario } = setting;
  const said = talk.turns.map((turn) => turn.text).join('\n');
  const changes: Pick<Talk, 'topics' | 'raised'> = { topics: talk.topics, raised: talk.raised };
  const parts: string[] = [];
  if (settled) parts.push(fresh(accepted, language, said));
  const reading = talk.readings.at(-1)?.reading;
  const figure = reading?.sourced === false ? reading.figures[0] : undefined;
  if (figure !== undefined && !said.includes(askFigure[language](figure)))
    parts.push(askFigure[language](figure));
  const topic = scenarios[scenario].topics.find(({ id, cue }) => !talk.topics.includes(id) && cue.test(text));
  if (topic !== undefined && reading?.question != null) {
    parts.push(topic.tells[language]);
    changes.topics = [...talk.topics, topic.id];
  }
  if (pending && !settled) parts.push(fresh(reminded, language, said));
  const open = pending && !settled;
  const next = scenarios[scenario].objections[talk.raised.length];
  const due = talk.readings.length >= 2 * (talk.raised.length + 1);
  if (!open && due && next !== undefined && talk.raised.length < LEVELS[level].objections) {
    parts.push(next.says[language]);
    changes.raised = [...talk.raised, { objection: next, answeredBy: null }];
  }
  if (parts.filter(Boolean).length === 0) parts.push(fresh(neutral, language, said));
  return { text: parts.filter(Boolean).join(language === 'zh' ? '' : ' '), changes };
}

/** The first line the customer has not yet used; none when all are used up. */
function fresh(lines: Lines, language: Language, said: string): string {
  return lines[language].find((line) => !said.includes(line)) ?? '';
}

const clamp = (value: number) => Math.min(100, Math.max(0, value));
