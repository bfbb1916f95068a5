import type { LocalizedText, PracticeScore, PracticeSkill } from '@tokenholic/contracts';
import { countWords } from './read-line.ts';
import { type Setting, scenarios, type Talk } from './talk.ts';

const BETTER: Readonly<Record<PracticeSkill, LocalizedText>> = {
  discovery: {
    zh: '“这个问题现在怎么处理？每个月要花多少人力？”',
    en: '“How do you deal with it today, and how many people does it take each month?”',
  },
  objections: {
    zh: '“我理解这个顾虑。您最担心哪一步？我们可以先用一个小范围试点来验证。”',
    en: '“I understand. Which part worries you most? A small pilot would show us.”',
  },
  value: {
    zh: '“按您刚才说的量来算，能省多少，我把算法和数据来源都列出来。”',
    en: '“With the volume you gave me, here is the saving, how it is worked out and from which source.”',
  },
  clarity: {
    zh: '“我先说结论，一句话：……细节您想听哪部分？”',
    en: '“The conclusion first, in one sentence… Which detail would you like?”',
  },
  next_step: {
    zh: '“下周三下午，您和技术总监一起看半小时试点方案，可以吗？”',
    en: '“Could you and your technology director spend half an hour on the pilot next Wednesday?”',
  },
};

/** Judges a talk by fixed rules: each skill 0 to 100, with the seller's own words. */
export function scoreTalk(setting: Setting, talk: Talk): PracticeScore {
  const lines = talk.readings;
  const quote = (test: (line: (typeof lines)[number]) => boolean) => lines.find(test)?.text ?? null;
  const asked = lines.filter(({ reading }) => reading.question === 'open').length;
  const answered = talk.raised.filter(({ answeredBy }) => answeredBy !== null);
  const valued = lines.filter(({ reading }) => reading.value);
  const sourced = valued.filter(({ reading }) => reading.sourced && reading.figures.length > 0);
  const long = lines.filter(({ reading }) => reading.long);
  const topics = scenarios[setting.scenario].topics.length;
  const none = lines.length === 0;
  const points: Record<PracticeSkill, number> = {
    discovery: Math.min(1, asked / 4) * 40 + (talk.topics.length / topics) * 60,
    objections: talk.raised.length === 0 ? 0 : (answered.length / talk.raised.length) * 100,
    value:
      Math.min(1, valued.length / 2) * 50 +
      Math.min(1, sourced.length) * 50 -
      Math.min(30, talk.unsupported.length * 10),
    clarity: none ? 0 : (1 - long.length / lines.length) * 60 + (talkRatio(talk) <= 0.65 ? 40 : 0),
    next_step: talk.outcome === 'agreed' ? 100 : lines.some(({ reading }) => reading.step) ? 50 : 0,
  };
  const quotes: Record<PracticeSkill, string | null> = {
    discovery: quote(({ reading }) => reading.question !== null),
    objections: answered[0]?.answeredBy ?? null,
    value: (sourced[0] ?? valued[0])?.text ?? null,
    clarity: (long[0] ?? lines[0])?.text ?? null,
    next_step: quote(({ reading }) => reading.step),
  };
  const skills = (['discovery', 'objections', 'value', 'clarity', 'next_step'] as const).map((skill) => ({
    skill,
    points: Math.max(0, Math.round(points[skill])),
    quote: quotes[skill],
    better: BETTER[skill],
  }));
  return { total: Math.round(skills.reduce((sum, one) => sum + one.points, 0) / skills.length), skills };
}

/** Share of all words that the seller said, 0 to 1. */
export function talkRatio(talk: Talk): number {
  const words = (speaker: string) =>
    talk.turns.reduce((sum, turn) => sum + (turn.speaker === speaker ? countWords(turn.text) : 0), 0);
  const seller = words('seller');
  return seller / Math.max(1, seller + words('customer'));
}

/** What a coach would say beside the talk right now. */
export function coachTalk(setting: Setting, talk: Talk) {
  const open = talk.raised.find(({ answeredBy }) => answeredBy === null);
  const count = (kind: 'open' | 'closed') =>
    talk.readings.filter((one) => one.reading.question === kind).length;
  const skill: PracticeSkill =
    open !== undefined
      ? 'objections'
      : talk.topics.length < 3
        ? 'discovery'
        : talk.unsupported.length > 0
          ? 'value'
          : 'next_step';
  return {
    talkRatio: talkRatio(talk),
    openQuestions: count('open'),
    closedQuestions: count('closed'),
    unansweredObjection: open?.objection.says[setting.language] ?? null,
    unsupportedFigures: talk.unsupported,
    hint: BETTER[skill],
  };
}
