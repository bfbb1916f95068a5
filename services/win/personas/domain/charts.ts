import { PERSONA_ANSWER_BOUNDS, type PersonaCharts } from '@tokenholic/contracts';
import { DAY, type History, ownActs } from './history.ts';
import { clockIn } from './moments.ts';
import { answersIn } from './traits/answers.ts';

const WEEKS = 26;
const CHANNELS = ['email', 'call', 'meeting', 'note', 'web'] as const;

/** What is drawn: counts, nothing inferred. */
export function chartsOf({ interactions, timeZone, now }: History): PersonaCharts {
  const read = clockIn(timeZone);
  const hours = Array.from({ length: 7 }, () => new Array<number>(24).fill(0));
  for (const { at } of ownActs(interactions)) {
    const { weekday, hour } = read(at);
    const row = hours[weekday];
    if (row !== undefined) row[Math.floor(hour)] = (row[Math.floor(hour)] ?? 0) + 1;
  }
  const answers = answersIn(interactions, now);
  const counts = new Array<number>(PERSONA_ANSWER_BOUNDS.length + 1).fill(0);
  for (const { hours: taken } of answers) {
    if (taken === null) continue;
    const place = PERSONA_ANSWER_BOUNDS.findIndex((bound) => taken <= bound);
    const at = place < 0 ? PERSONA_ANSWER_BOUNDS.length : place;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const channels = CHANNELS.map((channel) => {
    const mine = interactions.filter((interaction) => interaction.channel === channel);
    const theirs = mine.filter(({ direction }) => direction === 'in').length;
    return { channel, theirs, ours: mine.length - theirs };
  }).filter(({ theirs, ours }) => theirs + ours > 0);
  return {
    hours,
    answers: { counts, unanswered: answers.filter(({ answer }) => answer === null).length },
    channels,
    weeks: weeksOf(interactions, now),
  };
}

function weeksOf(interactions: History['interactions'], now: Date): PersonaCharts['weeks'] {
  const monday = mondayOf(now);
  return Array.from({ length: WEEKS }, (_, index) => {
    const from = monday - (WEEKS - 1 - index) * 7 * DAY;
    const mine = interactions.filter(({ at }) => at.getTime() >= from && at.getTime() < from + 7 * DAY);
    const theirs = mine.filter(({ direction }) => direction === 'in').length;
    return { week: new Date(from).toISOString().slice(0, 10), theirs, ours: mine.length - theirs };
  });
}

/** Midnight (UTC) of that week's Monday. */
function mondayOf(at: Date): number {
  const day = Math.floor(at.getTime() / DAY);
  return (day - ((day + 3) % 7)) * DAY;
}
