import type { PracticeCoach, PracticeHint } from '@tokenholic/contracts';
import { untold } from './rubric/discovery.ts';
import { talkRatio, text } from './rubric/measure.ts';
import { levels } from './scenario/scenarios.ts';
import { topics } from './scenario/topics.ts';
import { isTold, openConcern, type Talk } from './talk/talk.ts';

/** What a coach would see beside the talk right now. */
export function coachTalk(talk: Talk): PracticeCoach {
  const open = openConcern(talk);
  const steps = talk.heard.flatMap(({ reading }) => (reading.step === null ? [] : [reading.step.quality]));
  const best = Math.max(0, ...steps);
  return {
    talkRatio: talkRatio(talk),
    openQuestions: talk.heard.reduce((sum, { reading }) => sum + reading.open.length, 0),
    closedQuestions: talk.heard.reduce((sum, { reading }) => sum + reading.closed.length, 0),
    unansweredObjection: open?.kind === 'objection' ? open.text : null,
    unansweredQuestion: open !== null && open.kind !== 'objection' ? open.text : null,
    unsupportedClaims: talk.heard.flatMap(({ claims }) =>
      claims.filter(({ basis }) => basis === 'none').map((claim) => claim.text),
    ),
    nextStep: best === 0 ? 'missing' : best >= levels[talk.setting.level].step ? 'concrete' : 'vague',
  };
}

/** One piece of advice for the next line, with words one could use. */
export function hintFor(talk: Talk): PracticeHint {
  const open = openConcern(talk);
  if (open !== null) {
    const doubt = open.kind === 'objection' && open.acknowledged === null;
    return {
      advice: doubt
        ? text(
            '客户有一个顾虑没有得到回答。先表示理解，再问清原因或给出办法。',
            'A concern is open. Acknowledge it, then ask what is behind it or offer a way.',
          )
        : text(
            '客户在等您回答这个问题，先正面回答。',
            'The customer waits for an answer to this question. Answer it first.',
          ),
      example: open.expectation.better,
    };
  }
  if (talk.phase === 'deciding')
    return {
      advice: text(
        '问题都回答了，提出具体的下一步：做什么、哪天、谁参加，并请对方确认。',
        'Everything is answered. Propose what to do, which day and with whom, and ask for agreement.',
      ),
      example: text(
        '“下周三下午，您和技术负责人一起看半小时试点方案，可以吗？”',
        '“Could you and your technical lead look at the pilot plan for half an hour next Wednesday?”',
      ),
    };
  const deeper = topics.find(
    ({ first, deeper: fact }) => fact !== null && isTold(talk, first) && !isTold(talk, fact),
  );
  const [next] = untold(talk);
  const topic = topics.find(({ first }) => first === next);
  if (topic !== undefined && (deeper === undefined || talk.told.length % 2 === 0))
    return {
      advice: text(
        '还有要点没有问到，用一个开放式问题。',
        'There is more to find out. Ask an open question.',
      ),
      example: topic.question,
    };
  if (deeper !== undefined)
    return {
      advice: text('顺着客户刚说的话再追问一层。', 'Dig one step into what the customer just told you.'),
      example: deeper.deepQuestion,
    };
  return {
    advice: text(
      '用客户自己的数字说清楚能带来什么，再停下来听。',
      'Say in the customer’s own figures what it brings, then stop and listen.',
    ),
    example: text(
      '“按您说的量和目标，我们先只做一个场景，用一个指标衡量，您看这样对吗？”',
      '“With the volume and the goal you gave me, we would start with one use case and judge it by one metric. Does that sound right?”',
    ),
  };
}
