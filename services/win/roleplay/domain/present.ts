import type { PracticeSession } from '@tokenholic/contracts';
import type { sessions } from '../tables.ts';
import { coachTalk } from './score.ts';
import { replay } from './talk.ts';

/** What the seller said in a stored talk. */
export const linesOf = (turns: PracticeSession['turns']) =>
  turns.filter(({ speaker }) => speaker === 'seller').map(({ text }) => text);

/** A stored talk as the screen shows it. */
export function present(row: typeof sessions.$inferSelect): PracticeSession {
  const talk = replay(row, linesOf(row.turns));
  const { id, scenario, level, language, turns, score, branchedFrom } = row;
  return {
    ...{ id, scenario, level, language, turns, score, branchedFrom },
    mood: talk.mood,
    coach: coachTalk(row, talk),
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
