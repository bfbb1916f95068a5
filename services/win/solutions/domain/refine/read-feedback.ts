import type { FeedbackPoint, LocalizedText, Wish } from '@tokenholic/contracts';
import { isInstruction } from '../verify/verify.ts';
import { type FoundName, findNames, type Named } from './names.ts';

const MOST_POINTS = 60;
const LONGEST_QUOTE = 400;

const AGAINST =
  /不要|不用|不想|不考虑|去掉|删掉|排除|拿掉|别用|换掉|\b(?:do not|don't|no longer|not interested in|drop|remove|without|exclude|instead of|rather than|get rid of|leave out)\b/i;
const FOR =
  /换成|改用|改成|优先|加上|加入|希望用|想用|要用|\b(?:use|using|prefer|switch to|replace(?:d)? (?:it )?(?:with|by)|with|include|add|go for)\b/i;
const CHEAPER =
  /太贵|便宜|降低?成本|省钱|压价|费用(?:太|过)高|成本(?:太|过)高|\b(?:cheaper|too expensive|less expensive|lower (?:the )?(?:cost|price)|reduce (?:the )?(?:cost|price)|cut (?:the )?cost|save money)\b/i;
const BUDGET =
  /预算|不超过|上限|以内|封顶|\b(?:budget|at most|no more than|under|below|cap(?:ped)? at|maximum)\b/i;
const WITHIN =
  /以内|之内|不超过|内完成|上线|截止|最多|\b(?:within|in at most|no more than|deadline|by then|go live|live in|under|at most|in)\b/i;
const SELF_HOST =
  /私有化|自建|本地部署|自己的?(?:机房|服务器)|内网部署|\b(?:on[- ]prem(?:ises)?|self[- ]host(?:ed|ing)?|own (?:servers|data ?cent(?:er|re)))\b/i;
const SHORTER =
  /太长|精简|简短|短一点|压缩篇幅|一页纸|\b(?:too long|shorter|more concise|be brief|one[- ]pager?|cut it down)\b/i;
const ASKS =
  /[?？]|需要|希望|补充|说明|解释|关于|能否|能不能|是否|怎么|如何|担心|顾虑|介绍|\b(?:need|want|explain|tell|describe|add|how|what|which|when|where|why|who|can|could|does|do you|is there|are there|worried|concerned?|about|more on|details?)\b/i;

/** Sentences and list items of the feedback, with their place. */
export function partsOfFeedback(feedback: string): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = [];
  let from = 0;
  for (const match of feedback.matchAll(
    /[。！？；!?;]+|\.(?=\s|$)|\n+|(?:，|, )(?=(?:另外|还有|并且|也|and |also |but |但))/gu,
  )) {
    push(match.index + match[0].length);
  }
  push(feedback.length);
  return parts;

  function push(until: number) {
    const raw = feedback.slice(from, until);
    const lead = raw.length - raw.replace(/^[\s\-*•·\d.、)）]+(?=\D)/u, '').length;
    const text = raw.slice(lead).trim();
    if (text.length > 1) parts.push({ text, start: from + lead });
    from = until;
  }
}

/** Yuan in a text: `50 万`, `¥300,000`, `1.2M CNY`; null when there is none. */
export function yuanIn(text: string): number | null {
  const match =
    /(?:[¥￥]|rmb|cny)?\s*(\d[\d,]*(?:\.\d+)?)\s*(亿|万|[kmb](?![a-z])|million|thousand)?\s*(元|块|yuan|rmb|cny)?/gi;
  for (const [whole, digits = '', scale = '', unit = ''] of text.matchAll(match)) {
    if (!/[¥￥]|rmb|cny|元|块|yuan|万|亿/i.test(whole) && unit === '') continue;
    return Number(digits.replaceAll(',', '')) * (SCALES[scale.toLowerCase()] ?? 1);
  }
  return null;
}
const SCALES: Record<string, number> = {
  ...{ 亿: 1e8, 万: 1e4, k: 1e3, thousand: 1e3, m: 1e6, million: 1e6, b: 1e9 },
};

/** Working days in a text: five to a week, twenty-one to a month; null when there is none. */
export function daysIn(text: string): number | null {
  const match =
    /(\d+(?:\.\d+)?|[一二两三四五六七八九十]+|one|two|three|four|five|six|eight|ten|twelve)\s*(?:个)?\s*(工作日|天|日(?!期)|周|星期|礼拜|月|working days?|days?|weeks?|months?)/i.exec(
      text,
    );
  if (match === null) return null;
  const [, amount = '', unit = ''] = match;
  const count = NUMERALS[amount.toLowerCase()] ?? Number(amount);
  if (Number.isNaN(count)) return null;
  const each = /周|星期|礼拜|week/i.test(unit) ? 5 : /月|month/i.test(unit) ? 21 : 1;
  return Math.round(count * each);
}
const NUMERALS: Record<string, number> = {
  ...{ 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 },
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, eight: 8, ten: 10, twelve: 12 },
};

const LONG_STOP = /^(?:谢谢|多谢|感谢|你好|您好|好的|thanks?|thank you|hi|hello|dear|regards|best)/i;

/** Whether a name stands behind words against it: "drop X", "不要 X"; "把 X 换成 Y" is against X and for Y. */
function stanceOf(text: string, found: FoundName, others: readonly FoundName[]): 'exclude' | 'prefer' | null {
  const before = text.slice(0, found.start);
  const since = others.filter(({ end }) => end <= found.start).at(-1)?.end ?? 0;
  const lead = before.slice(since);
  const after = text.slice(found.end, others.find(({ start }) => start >= found.end)?.start ?? text.length);
  if (/换成|改成|改用|替换/.test(after) || /\breplace[d]?\b/i.test(lead)) return 'exclude';
  if (/换成|改成|改用|替换为/.test(lead) || /\b(?:with|by|to)\s*$/i.test(lead.trimEnd())) return 'prefer';
  if (AGAINST.test(lead) || /^\s*(?:不要|去掉|就不用)/.test(after)) return 'exclude';
  return FOR.test(lead) ? 'prefer' : null;
}

const words = (zh: string, en: string): LocalizedText => ({ zh, en });

function wishesIn(text: string, things: readonly Named[]): { wish: Wish; reads: LocalizedText }[] {
  const names = findNames(text, things);
  const wishes: { wish: Wish; reads: LocalizedText }[] = [];
  for (const found of names) {
    const stance = stanceOf(
      text,
      found,
      names.filter((other) => other !== found),
    );
    const { id, name } = found;
    if (stance === 'exclude')
      wishes.push({ wish: { kind: 'exclude', id }, reads: words(`去掉 ${name.zh}`, `Leave out ${name.en}`) });
    if (stance === 'prefer')
      wishes.push({ wish: { kind: 'prefer', id }, reads: words(`采用 ${name.zh}`, `Use ${name.en}`) });
  }
  const cny = BUDGET.test(text) ? yuanIn(text) : null;
  if (cny !== null) {
    const amount = `¥${cny.toLocaleString('en-US')}`;
    wishes.push({
      wish: { kind: 'budget', cnyPerYear: cny },
      reads: words(`每年不超过 ${amount}`, `At most ${amount} a year`),
    });
  } else if (CHEAPER.test(text))
    wishes.push({ wish: { kind: 'cheaper' }, reads: words('换更便宜的模型', 'Use cheaper models') });
  const days = cny === null && WITHIN.test(text) ? daysIn(text) : null;
  if (days !== null)
    wishes.push({
      wish: { kind: 'days', days },
      reads: words(`${days} 个工作日内完成`, `Done within ${days} working days`),
    });
  if (SELF_HOST.test(text))
    wishes.push({
      wish: { kind: 'self_host' },
      reads: words('优先可私有化部署的模型', 'Prefer models that can be self-hosted'),
    });
  if (SHORTER.test(text))
    wishes.push({ wish: { kind: 'shorter' }, reads: words('写短一些', 'Make it shorter') });
  return wishes;
}

/** The points of free-text feedback: what each asks for, and the words it is read from. Greetings and orders to a machine are none. */
export function readFeedback(feedback: string, things: readonly Named[]): FeedbackPoint[] {
  const points: FeedbackPoint[] = [];
  const seen = new Set<string>();
  for (const { text, start } of partsOfFeedback(feedback)) {
    if (points.length >= MOST_POINTS) break;
    if (isInstruction(text)) continue;
    const wishes = wishesIn(text, things);
    if (wishes.length === 0 && text.length > 5 && ASKS.test(text) && !LONG_STOP.test(text)) {
      const question = text.slice(0, LONGEST_QUOTE);
      wishes.push({
        wish: { kind: 'topic', question },
        reads: words(`说明：${question}`, `Say more on: ${question}`),
      });
    }
    for (const { wish, reads } of wishes) {
      const key = JSON.stringify(wish);
      if (seen.has(key)) continue;
      seen.add(key);
      points.push({ id: `p${points.length + 1}`, quote: text.slice(0, LONGEST_QUOTE), start, wish, reads });
    }
  }
  return points;
}
