import type { PracticeFact } from '@tokenholic/contracts';
import { scenarios } from '../scenario/scenarios.ts';
import { topicById, topics } from '../scenario/topics.ts';
import { isTold, type Talk } from '../talk/talk.ts';
import { type Criterion, clamp, engagement, quoted, talkRatio, text } from './measure.ts';

const ownTopics = (talk: Talk) =>
  scenarios[talk.setting.scenario].topics.map(topicById).filter((topic) => topic !== undefined);

/** How many of the things that matter here were found out. */
export const breadth: Criterion = (talk) => {
  const own = ownTopics(talk);
  const known = own.filter(
    ({ first, deeper }) => isTold(talk, first) || (deeper !== null && isTold(talk, deeper)),
  );
  const missed = own.find((topic) => !known.includes(topic));
  const wanted = Math.max(1, own.length - (own.length > 4 ? 1 : 0));
  return {
    points: clamp(known.length / wanted),
    reason: text(
      `${own.length} 个要点里问出了 ${known.length} 个。`,
      `${known.length} of ${own.length} points were found out.`,
    ),
    evidence: talk.told.slice(0, 3).map(({ question, askedAt }) => quoted(question, askedAt)),
    better: missed?.question ?? topicById('pain')?.question ?? null,
  };
};

const WANTED_DEPTH = { discovery: 3, technical: 1, objections: 2, executive: 1 } as const;

/** Questions that took up what the customer had said. */
export const depth: Criterion = (talk) => {
  const followed = talk.heard.filter(({ followUp }) => followUp !== null);
  const dug = new Set(talk.told.filter(({ by }) => by === 'dug').map(({ fact }) => fact));
  const because = talk.concerns.filter(({ becauseTold }) => becauseTold).length;
  const left = topics.find(
    ({ first, deeper }) => isTold(talk, first) && deeper !== null && !isTold(talk, deeper),
  );
  return {
    points: clamp((dug.size + because) / WANTED_DEPTH[talk.setting.scenario]),
    reason: text(
      `顺着客户的话追问了 ${dug.size + because} 次。`,
      `${dug.size + because} questions dug into what the customer said.`,
    ),
    evidence: followed.slice(0, 3).map(({ followUp, turn }) => quoted(followUp ?? '', turn)),
    better: left?.deepQuestion ?? topicById('pain')?.deepQuestion ?? null,
  };
};

/** The customer's own words given back, to show that they were heard. */
export const playback: Criterion = (talk) => {
  const backs = talk.heard.flatMap(({ playback: one, turn }) => (one === null ? [] : [{ ...one, turn }]));
  const facts = backs.reduce((sum, one) => sum + one.facts, 0);
  const [first, second] = talk.told.map(({ fact }) => talk.setting.persona.facts[fact]);
  return {
    points: facts >= 3 ? 1 : facts === 2 ? 0.8 : facts === 1 ? 0.5 : 0,
    reason: text(
      `用自己的话复述了客户说的 ${facts} 点。`,
      `${facts} points were played back to the customer.`,
    ),
    evidence: backs.slice(0, 2).map(({ quote, turn }) => quoted(quote, turn)),
    better:
      first === undefined
        ? text('“我先确认一下我听到的：……我理解得对吗？”', '“Let me check what I heard: … Is that right?”')
        : text(
            `“我确认一下：您说${first.zh}${second?.zh ?? ''}我理解得对吗？”`,
            `“Let me check. You said: ${first.en} ${second?.en ?? ''} Is that right?”`,
          ),
  };
};

/** A talk in which the seller does most of the talking finds little out. */
export const share: Criterion = (talk) => {
  const ratio = talkRatio(talk);
  const most = talk.setting.scenario === 'discovery' ? 0.6 : 0.7;
  const percent = Math.round(ratio * 100);
  const longest = [...talk.heard].sort((a, b) => b.reading.words - a.reading.words)[0];
  const tooMuch = ratio > most && longest !== undefined;
  return {
    points: clamp(1 - (ratio - most) / 0.25) * engagement(talk),
    reason: text(
      `您说了全部话的 ${percent}%，这个场景宜在 ${most * 100}% 以内。`,
      `You spoke ${percent}% of all words; up to ${most * 100}% is good here.`,
    ),
    evidence: tooMuch ? [quoted(longest.reading.text.slice(0, 120), longest.turn, false)] : [],
    better: text(
      '“我先停一下。这里面哪一点和您最有关系？”',
      '“Let me stop here. Which part of this matters most to you?”',
    ),
  };
};

export const untold = (talk: Talk): PracticeFact[] =>
  ownTopics(talk)
    .filter(({ first }) => !isTold(talk, first))
    .map(({ first }) => first);
