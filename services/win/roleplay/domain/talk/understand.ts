import type { MoodReason, PracticeClaim } from '@tokenholic/contracts';
import { type Assessment, assess } from '../reading/assess.ts';
import { figuresIn, numberOf } from '../reading/figures.ts';
import { carriersOf, sharedCarriers } from '../reading/likeness.ts';
import { type Reading, readLine } from '../reading/read-line.ts';
import type { Topic } from '../scenario/scenario.ts';
import { levels } from '../scenario/scenarios.ts';
import { topicById, topics } from '../scenario/topics.ts';
import {
  customerWords,
  type Heard,
  isTold,
  nextTurn,
  openConcern,
  type SellerLine,
  type Talk,
  toldTexts,
} from './talk.ts';

/** The topic a question is after, and whether it is after its second part. */
export interface Asked {
  topic: Topic;
  deep: boolean;
  question: string;
}
export interface Understanding {
  heard: Heard;
  assessment: Assessment | null;
  asked: Asked | null;
  /** The question is about something told before. */
  again: boolean;
  unclear: string | null;
}

const LONG = 130;
const MANY_QUESTIONS = 3;
const VALUE =
  /节省|省(?:下|掉|出)|降(?:低|到|下来)|提(?:高|升)|缩短|压到|减少|少(?:赔|损失|掉)|多(?:赚|收|卖)|回(?:报|本)|达到|\bsav(?:e|es|ing|ings)\b|\bcuts?\b|\breduc|\bincreas|\bshorten|\bbrings?\b|\breturn|\bearn|\bfewer\b|\bless\b|\breach(?:es)? (?:your|the)|\bhalve/i;
const PLAYS_BACK =
  /您(?:刚才|前面|之前)?(?:说|提|讲)|听下来|也就是说|我(?:的)?理解(?:是|下来)|总结一下|确认一下|所以您|you (?:said|told|mentioned|just)|if i understand|so (?:you|your|it is)|from what (?:you|i)|let me (?:sum|check|repeat|play)|to sum up|in other words/i;
const PITCH =
  /我们(?:的|家)?(?:产品|方案|平台|模型|技术)|阿里云(?:的)?(?:模型|百炼|平台)?(?:是|有|能)|our (?:product|platform|model|solution|technology|offering)|alibaba cloud (?:is|has|can|offers)/i;
const DIGS_ON =
  /^(?:那)?(?:为什么|具体|展开|比如|能举|怎么说|后来)|能(?:再)?(?:具体|展开|多说)|\bwhy (?:is|was|did|does) (?:that|it)|\bhow so\b|\btell me more|\bfor example\b|\bwhat makes\b|\bwhat happened\b|\bcan you give/i;

/** What a line means in this talk. */
export function understand(talk: Talk, line: SellerLine): Understanding {
  const { level, persona } = talk.setting;
  const last = talk.replies.at(-1)?.text ?? '';
  const reading = readLine(
    line.text,
    talk.heard.map(({ reading: one }) => one),
    last,
  );
  const concern = openConcern(talk);
  const told = customerWords(talk);
  const assessment =
    concern === null
      ? null
      : assess(reading, concern.expectation, { concern: concern.text, told, least: levels[level].answer });
  const questions = [...reading.open, ...reading.closed];
  const candidates = questions.length > MANY_QUESTIONS ? questions.slice(0, 1) : questions;
  const found = candidates.map((question) => askedBy(talk, question)).filter((one) => one !== null);
  const fresh = found.find(({ topic, deep }) => {
    const fact = deep ? topic.deeper : topic.first;
    return fact !== null && !isTold(talk, fact);
  });
  const asked = fresh ?? found[0] ?? null;
  const again = asked !== null && fresh === undefined;
  const digging = assessment?.verdict === 'asked_back';
  const playback = playbackIn(reading, toldTexts(talk));
  const value = valueIn(reading, toldTexts(talk));
  const followUp =
    asked !== null && !again && asked.deep ? asked.question : digging ? (assessment?.quote ?? null) : null;
  const reasons: MoodReason[] = [
    ...(reading.void === null ? [] : [reading.void]),
    ...answerReasons(assessment, reading),
    ...(asked === null || digging
      ? []
      : again
        ? (['asked_again'] as const)
        : asked.deep
          ? (['followed_up'] as const)
          : reading.open.includes(asked.question)
            ? (['asked_openly'] as const)
            : []),
    ...(questions.length > MANY_QUESTIONS ? (['barrage'] as const) : []),
    ...(playback === null ? [] : (['listened'] as const)),
    ...claimReasons(line.claims),
    ...(reading.words > LONG ? (['long'] as const) : []),
    ...(reading.jargon >= (persona.knowledge === 'novice' || talk.setting.scenario === 'executive' ? 2 : 5) &&
    persona.knowledge !== 'expert'
      ? (['jargon'] as const)
      : []),
    ...(talk.setting.scenario === 'discovery' &&
    talk.told.length < 2 &&
    asked === null &&
    concern === null &&
    PITCH.test(line.text)
      ? (['pitched_early'] as const)
      : []),
    ...(talk.phase === 'deciding' && reading.step !== null
      ? [reading.step.quality >= levels[level].step ? ('concrete_step' as const) : ('vague_step' as const)]
      : []),
  ];
  const heard: Heard = {
    turn: nextTurn(talk),
    reading,
    claims: line.claims,
    reasons,
    playback,
    value,
    followUp,
  };
  const unclear = asked === null && !digging && questions.length > 0 ? (questions[0] ?? null) : null;
  return { heard, assessment, asked, again, unclear };
}

function answerReasons(assessment: Assessment | null, reading: Reading): MoodReason[] {
  if (assessment === null || reading.void !== null) return [];
  return [assessment.verdict];
}

function claimReasons(claims: readonly PracticeClaim[]): MoodReason[] {
  if (claims.some(({ basis }) => basis === 'none')) return ['unsupported'];
  return claims.some(({ basis }) => basis === 'knowledge') ? ['supported'] : [];
}

/** Topics in the order in which they are looked for: the ones with telling words first. */
const SEARCHED = ['decision', 'timing', 'goal', 'technology', 'pain', 'volume', 'today'];

function askedBy(talk: Talk, question: string): Asked | null {
  const list = SEARCHED.map(topicById).filter((topic) => topic !== undefined);
  const last = topics.find(({ first }) => first === talk.told.at(-1)?.fact);
  if (
    last?.deeper != null &&
    !isTold(talk, last.deeper) &&
    (last.deepCue.test(question) || DIGS_ON.test(question))
  )
    return { topic: last, deep: true, question };
  const hits = list.flatMap((topic): Asked[] => {
    if (topic.deeper !== null && topic.deepCue.test(question)) return [{ topic, deep: true, question }];
    return topic.cue.test(question) ? [{ topic, deep: false, question }] : [];
  });
  const untold = hits.find(({ topic, deep }) => {
    const fact = deep ? topic.deeper : topic.first;
    return fact !== null && !isTold(talk, fact);
  });
  return untold ?? hits[0] ?? null;
}

/** How many of the facts a sentence speaks of, by their figures or by two carrying words. */
export function factsIn(sentence: string, told: readonly string[]): number {
  const carriers = carriersOf(sentence);
  const figures = new Set(figuresIn(sentence).map(numberOf));
  return told.filter(
    (fact) =>
      figuresIn(fact).some((figure) => figures.has(numberOf(figure))) ||
      sharedCarriers(carriers, carriersOf(fact)).length >= 2,
  ).length;
}

function playbackIn(reading: Reading, told: readonly string[]): Heard['playback'] {
  for (const { text } of reading.heard) {
    const facts = PLAYS_BACK.test(text) ? factsIn(text, told) : 0;
    if (facts > 0) return { quote: text, facts };
  }
  return null;
}

function valueIn(reading: Reading, told: readonly string[]): Heard['value'] {
  const about = reading.heard.filter(({ text, asks }) => !asks && VALUE.test(text));
  const tied = about.find(({ text }) => factsIn(text, told) > 0);
  const [first] = about;
  if (tied !== undefined) return { quote: tied.text, tied: true };
  return first === undefined ? null : { quote: first.text, tied: false };
}
