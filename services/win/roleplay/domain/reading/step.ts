import type { Sentence } from './sentences.ts';

const ACTION =
  /(?:试点|试用|评测|演示|会议|会|研讨|评审|对一?遍|过一?遍|测试|发(?:给)?您|寄|方案|demo|pilot|workshop|meeting|call|session|review|trial|proof of concept|poc\b|evaluation|test|send|meet|walk through|proposal|visit)/i;
const TIME =
  /(?:下?(?:周|星期|礼拜)[一二三四五六日天末]|本周|这周|明天|后天|今天下午|\d+\s*月\s*\d+|[一二三四五六七八九十]+月[一二三四五六七八九十\d]+|\d+\s*[号日](?!常)|月底前|(?:上午|下午)\S{0,3}点|(?:一|两|三|\d+)(?:周|个工作日|天)(?:内|之内|后)|\b(?:next|this|on|by|before|until) (?:mon|tues|wednes|thurs|fri|week)\w*|\btomorrow\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d|\b\d+ (?:january|february|march|april|may|june|july|august|september|october|november|december)|\bin (?:a|one|two|three|\d+) weeks?\b|\bwithin (?:a|one|two|three|\d+) (?:weeks?|days?)|\bat \d+(?::\d\d)? ?(?:am|pm|o'clock)?)/i;
const PEOPLE =
  /(?:您和|和您|您的?(?:同事|团队|技术|财务|安全|老板|领导)|总监|负责人|工程师|架构师|财务|法务|安全(?:部|团队|的)|风险部|采购|医务处|教研|创始人|院长|一起(?:参加|看|过)|\byour (?:\w+ ){0,2}(?:director|team|colleague|engineer|finance|security|legal|manager|lead|boss|founder|people|architect)|\b(?:together )?with (?:you and|your|our engineer)|\bboth of you\b|\bour (?:engineer|architect)s?\b)/i;

export interface Step {
  text: string;
  /** 0 to 1: what is done, when, with whom, and whether the customer is asked to agree. */
  quality: number;
}

/** The most concrete next step a line proposes; null when it proposes none. */
export function stepIn(sentences: readonly Sentence[]): Step | null {
  const real = sentences.filter(({ genuine }) => genuine);
  const steps = real.flatMap(({ text, asks }, index) => {
    if (!ACTION.test(text) || (!PROPOSES.test(text) && !TIME.test(text))) return [];
    // "Shall we meet on Tuesday? Your director would be welcome." is one proposal in two sentences.
    const after = real
      .slice(index, index + 2)
      .map((sentence) => sentence.text)
      .join(' ');
    const asked = asks || (real[index + 1]?.asks ?? false);
    const quality = 0.35 + (TIME.test(after) ? 0.3 : 0) + (PEOPLE.test(after) ? 0.15 : 0) + (asked ? 0.2 : 0);
    return [{ text, quality }];
  });
  return steps.reduce<Step | null>(
    (best, step) => (best === null || step.quality > best.quality ? step : best),
    null,
  );
}

const PROPOSES =
  /(?:我们?(?:先|来|可以|想|建议|下)|建议|约|安排|不如|要不|定(?:在|个)|下一步|接下来|\b(?:let us|let's|shall we|could we|can we|i suggest|i propose|we could|i would like to|next step|how about|would you|could you)\b)/i;
