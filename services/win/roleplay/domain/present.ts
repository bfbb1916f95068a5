import type { PracticeBrief, PracticeListed, PracticePersona, PracticeSession } from '@tokenholic/contracts';
import type { OverrideRow, SessionRow } from '../tables.ts';
import { coachTalk } from './coach.ts';
import { libraryPersona, nearestPersona } from './persona/make-persona.ts';
import { scoreConfidence } from './rubric/confidence.ts';
import { scenarios } from './scenario/scenarios.ts';
import { topicById, topics } from './scenario/topics.ts';
import { planOf } from './talk/phases.ts';
import { replay, stop } from './talk/replay.ts';
import { isTold, type Setting, type Talk } from './talk/talk.ts';

export const settingOf = ({ scenario, level, language, persona, seed }: SessionRow): Setting => ({
  ...{ scenario, level, language, seed },
  persona: persona ?? libraryPersona(null) ?? nearestPersona(null),
});

/** The talk as it stands: replayed from what was said. */
export function talkOf(row: SessionRow): Talk {
  const talk = replay(settingOf(row), row.lines);
  return row.outcome === 'stopped' ? stop(talk) : talk;
}

/** What a seller is told about the customer; the facts are for finding out. */
export function briefOf({ facts: _, knownObjections, ...rest }: PracticePersona): PracticeBrief {
  return { ...rest, knownObjections: knownObjections.length };
}

const fieldsOf = (row: SessionRow, viewerId: string) => ({
  ...{ id: row.id, scenario: row.scenario, level: row.level, language: row.language, seller: row.seller },
  ...{ outcome: row.outcome, assignmentId: row.assignmentId, mine: row.userId === viewerId },
  handedInAt: row.handedInAt?.toISOString() ?? null,
  startedAt: row.startedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
});

/** A talk in a list, with the total that counts. */
export const presentListed = (
  row: SessionRow,
  override: OverrideRow | null,
  viewerId: string,
): PracticeListed => ({
  ...fieldsOf(row, viewerId),
  customer: settingOf(row).persona.company,
  total: override?.total ?? row.total,
});

export type Attempt = Pick<SessionRow, 'id' | 'branchedFrom' | 'branchedAt' | 'total' | 'startedAt'>;

/** A stored talk as the screen shows it. */
export function present(
  row: SessionRow,
  {
    override,
    attempts,
    viewerId,
  }: { override: OverrideRow | null; attempts: readonly Attempt[]; viewerId: string },
): PracticeSession {
  const talk = talkOf(row);
  const { persona } = talk.setting;
  const over = row.finishedAt !== null;
  const own = scenarios[row.scenario].topics.map(topicById).filter((topic) => topic !== undefined);
  const listed = over ? topics : own;
  return {
    ...fieldsOf(row, viewerId),
    persona: briefOf(persona),
    phase: talk.phase,
    turns: row.turns,
    mood: talk.mood,
    linesLeft: Math.max(0, planOf(talk).lines - talk.heard.length),
    hints: row.hints,
    topics: listed
      .flatMap(({ first, deeper }) => (deeper === null ? [first] : [first, deeper]))
      .map((fact) => {
        const told = isTold(talk, fact);
        return { fact, told, text: told || over ? persona.facts[fact] : null };
      }),
    coach: coachTalk(talk),
    score: row.score,
    confidence: row.score === null ? null : scoreConfidence(row.score, talk.heard.length),
    override:
      override === null
        ? null
        : { total: override.total, reason: override.reason, by: override.by, at: override.at.toISOString() },
    judging: row.judging,
    branchedFrom: row.branchedFrom,
    branchedAt: row.branchedAt,
    attempts: attempts.map(({ startedAt, ...one }) => ({ ...one, startedAt: startedAt.toISOString() })),
  };
}
