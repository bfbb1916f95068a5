import type { PracticeFact } from '@tokenholic/contracts';
import { figuresIn } from '../domain/reading/figures.ts';
import { scenarios } from '../domain/scenario/scenarios.ts';
import { topicById, topics } from '../domain/scenario/topics.ts';
import { answer, open, stop } from '../domain/talk/replay.ts';
import { isTold, openConcern, type Setting, type Talk } from '../domain/talk/talk.ts';
import { digs, steps, toObjections, toQuestions } from './good-answers.ts';
import { asks } from './questions.ts';

export type Seller = (talk: Talk) => string;

/** Holds a whole talk; a seller who has nothing more to say ends it. */
export function hold(setting: Setting, seller: Seller, most = 20): Talk {
  let talk = open(setting);
  for (let turn = 0; turn < most && talk.outcome === null; turn += 1)
    talk = answer(talk, { text: seller(talk), claims: [] });
  return stop(talk);
}

/** Listens, answers what is open, digs deeper, names value in the customer's figures, ends with a date. */
export const goodSeller: Seller = (talk) => {
  const { language, scenario, persona } = talk.setting;
  const open = openConcern(talk);
  const dug = talk.concerns.filter(({ becauseTold }) => becauseTold).length;
  if (open?.kind === 'objection' && !open.becauseTold && open.presses === 0 && dug < digs.length)
    return digs[dug]?.[language] ?? '';
  if (open !== null) {
    const own = toObjections[open.id] ?? toQuestions[open.kind === 'claim' ? 'claim' : open.id];
    if (own !== undefined) return own[language];
    const known = Object.entries(toObjections).find(([, text]) =>
      open.expectation.ideas.some((idea) => idea.test(text[language])),
    );
    return known?.[1][language] ?? '';
  }
  if (talk.phase === 'deciding') return steps[talk.invites % steps.length]?.[language] ?? '';
  const next = nextFact(talk);
  const question = next === null ? '' : asks[next][language];
  const figured = talk.told.find(({ fact }) => figuresIn(persona.facts[fact][language]).length > 0);
  const said = talk.heard.some(({ playback, value }) => playback !== null || value !== null);
  if (figured !== undefined && talk.told.length >= (scenario === 'discovery' ? 3 : 1) && !said) {
    const figure = figuresIn(persona.facts[figured.fact][language])[0] ?? '';
    return language === 'zh'
      ? `您刚才说到${figure}，我记下了：先让模型处理简单的部分，就能把这个数降下来。${question}`
      : `You told me about ${figure}, and I noted it: the model takes the easy part first, which reduces that figure. ${question}`;
  }
  return question === '' ? (steps[0]?.[language] ?? '') : question;
};

/** Digs where something was just told, then goes on to what has not been asked. */
function nextFact(talk: Talk): PracticeFact | null {
  const last = topics.find(({ first }) => first === talk.told.at(-1)?.fact);
  if (last?.deeper != null && !isTold(talk, last.deeper) && talk.told.length % 3 !== 2) return last.deeper;
  const own = scenarios[talk.setting.scenario].topics.map(topicById);
  const topic =
    own.find((one) => one !== undefined && !isTold(talk, one.first)) ??
    topics.find(({ first }) => !isTold(talk, first));
  return topic?.first ?? null;
}

const pitch = {
  zh: [
    '我们的平台功能非常强大，很多大客户都在用，您肯定会喜欢。',
    '我给您介绍一下我们的产品，它有很多模型，什么都能做。',
    '这个您不用担心，我们的技术是很先进的。',
    '您是不是想要降低成本？',
    '总之选我们就对了，价格也很好谈。',
    '您看您这边还有别的问题吗？',
    '我们是最好的，比别家都强。',
    '大家都在上人工智能，您也该跟上了。',
    '我们去年得了好几个奖，媒体也报道过。',
    '您现在有预算吗？',
    '这一块交给我们就行，细节以后再说。',
    '我可以给您申请一个很大的优惠。',
    '您能不能今天就定下来？',
    '我们的服务团队非常专业，也非常热情。',
    '别的客户用了都说好，您可以放心。',
    '我回头把宣传册发给您看看。',
    '后面有需要的话您随时联系我。',
  ],
  en: [
    'Our platform is very powerful and many large customers use it, you will like it.',
    'Let me introduce our product: it has a lot of models and can do everything.',
    'You do not have to worry about that, our technology is very advanced.',
    'Do you want to reduce your cost?',
    'In short, you should choose us, and we can talk about the price.',
    'Do you have any other questions for me?',
    'We are the best, better than all the others.',
    'Everybody is moving to artificial intelligence and you should not be left behind.',
    'We won several awards last year and were in the news.',
    'Is there a budget for this?',
    'Just leave that to us, we can talk about the details later.',
    'I can get you a very big discount from my director.',
    'Can you sign it today?',
    'Our service team is professional and very friendly.',
    'Other clients are happy with it, so you can be too.',
    'I will send you our brochure when I am back.',
    'Please contact me any time when you need something.',
  ],
};
/** Talks about the product, asks little, passes over doubts, promises, and leaves without a date. */
export const poorSeller: Seller = ({ setting, heard }) => {
  const list = pitch[setting.language];
  return list[heard.length % list.length] ?? '';
};
