import { levels } from '../scenario/scenarios.ts';
import { type Criterion, clamp, engagement, quoted, text } from './measure.ts';

/** Benefits named in the customer's own figures and words. */
export const value: Criterion = (talk) => {
  const named = talk.heard.flatMap(({ value: one, turn }) => (one === null ? [] : [{ ...one, turn }]));
  const tied = named.filter((one) => one.tied);
  const fact =
    talk.told.find(({ fact: id }) => id === 'cost' || id === 'goal' || id === 'pain') ?? talk.told[0];
  const words = fact === undefined ? null : talk.setting.persona.facts[fact.fact];
  return {
    points: tied.length >= 2 ? 1 : tied.length === 1 ? 0.75 : named.length > 0 ? 0.25 : 0,
    reason: text(
      `说到价值 ${named.length} 次，其中 ${tied.length} 次落在客户自己的数字或说法上。`,
      `Value was named ${named.length} times, ${tied.length} of them in the customer’s own figures or words.`,
    ),
    evidence: named.slice(0, 3).map((one) => quoted(one.quote, one.turn, one.tied)),
    better:
      words === null
        ? text(
            '“按您自己的数字算，一年能省下多少，我把算法列给您。”',
            '“By your own figures, here is what a year saves, and how it is worked out.”',
          )
        : text(
            `“您说${words.zh}我们就针对这一点：先把简单的部分交给模型，看这个数能降多少，算法给您过目。”`,
            `“You said: ${words.en} That is what we aim at: the model takes the easy part first, and we see how far this figure falls; you get the calculation.”`,
          ),
  };
};

/** What a talk without any figure gets: nothing was wrong, nothing was proved. */
const NO_CLAIM = 0.7;

/** Figures and superlatives with something to bear them out. */
export const claims: Criterion = (talk) => {
  const all = talk.heard.flatMap(({ claims: made, turn }) => made.map((claim) => ({ ...claim, turn })));
  const bare = all.filter(({ basis }) => basis === 'none');
  const settled = talk.concerns.filter(({ kind, state }) => kind === 'claim' && state === 'answered').length;
  const points =
    NO_CLAIM * engagement(talk) +
    all.reduce(
      (sum, { basis }) => sum + (basis === 'knowledge' ? 0.2 : basis === 'customer' ? 0.15 : -0.35),
      0,
    ) +
    settled * 0.2;
  return {
    points: clamp(points),
    reason: text(
      `${all.length} 个带数字或绝对化的说法，${bare.length} 个没有依据。`,
      `${all.length} claims with a figure or a superlative, ${bare.length} of them with nothing to bear them out.`,
    ),
    evidence: all.slice(0, 3).map(({ text: claim, turn, basis }) => quoted(claim, turn, basis !== 'none')),
    better: text(
      '“这个数来自公开价目表，链接我发您；没有验证过的，我们用您的数据测了再说。”',
      '“That figure is from the published price list, and I will send the link; what is not verified we measure on your data first.”',
    ),
  };
};

const BRIEF = 65;
const FAR_TOO_LONG = 170;
/** Lines a listener can follow: not long, not full of jargon, no rows of words. */
export const brevity: Criterion = (talk) => {
  const { heard } = talk;
  const average = heard.reduce((sum, { reading }) => sum + reading.words, 0) / Math.max(1, heard.length);
  const bad = heard.filter(({ reasons }) =>
    reasons.some((one) => one === 'long' || one === 'jargon' || one === 'listed'),
  );
  const points =
    clamp(1 - (average - BRIEF) / (FAR_TOO_LONG - BRIEF)) - (bad.length / Math.max(1, heard.length)) * 0.7;
  return {
    points: clamp(points) * engagement(talk),
    reason: text(
      `每次平均说 ${Math.round(average)} 个字，${bad.length} 次过长或术语太多。`,
      `${Math.round(average)} words a line on average; ${bad.length} lines were too long or full of jargon.`,
    ),
    evidence: bad.slice(0, 2).map(({ reading, turn }) => quoted(reading.text.slice(0, 120), turn, false)),
    better: text(
      '“先说结论，一句话：……细节您想听哪一部分？”',
      '“The conclusion first, in one sentence: … Which detail would you like?”',
    ),
  };
};

/** What was agreed to do next. */
export const step: Criterion = (talk) => {
  const all = talk.heard.flatMap(({ reading, turn }) =>
    reading.step === null ? [] : [{ ...reading.step, turn }],
  );
  const best = [...all].sort((a, b) => b.quality - a.quality)[0];
  const late = talk.phase === 'deciding' || (talk.phase === 'closed' && talk.invites > 0);
  const points =
    talk.outcome === 'agreed' ? 0.8 + 0.2 * (best?.quality ?? 0) : (best?.quality ?? 0) * (late ? 0.6 : 0.4);
  const enough = (best?.quality ?? 0) >= levels[talk.setting.level].step;
  return {
    points: points * (talk.outcome === 'agreed' ? 1 : engagement(talk)),
    reason:
      talk.outcome === 'agreed'
        ? text('客户同意了下一步。', 'The customer agreed to a next step.')
        : best === undefined
          ? text('没有提出下一步。', 'No next step was proposed.')
          : enough
            ? text(
                '下一步具体，但客户还没有同意。',
                'The next step was concrete, but the customer had not agreed.',
              )
            : text(
                '提了下一步，但缺日期、人或请对方确认。',
                'A next step was proposed, without date, people or a request to agree.',
              ),
    evidence: best === undefined ? [] : [quoted(best.text, best.turn, enough)],
    better: text(
      '“下周三下午三点，您和技术负责人一起看半小时试点方案，可以吗？我周一前把材料发您。”',
      '“Could you and your technical lead look at the pilot plan with me for half an hour next Wednesday at three? You will have the papers by Monday.”',
    ),
  };
};
