/** A figure as it is meant: its value with every scale taken in, what it counts, and by what. */
export interface Figure {
  value: number;
  unit: string | null;
  /** What it is counted by: `a month`, `per call`, `每百万`. */
  per: string | null;
  /** `up to 32K`, `256K 以上`: the figure is the most or the least. */
  bound: 'most' | 'least' | null;
  /** Content words right before and after it in its clause: what it belongs to. */
  before: string | null;
  after: string | null;
}

type Placed = Figure & { at: number };

const SCALES: readonly [RegExp, number][] = [
  [/^(?:万亿|trillion\b)/i, 1e12],
  [/^(?:百万|million\b|mn\b)/i, 1e6],
  [/^(?:亿)/, 1e8],
  [/^(?:万)/, 1e4],
  [/^(?:千|thousand\b)/i, 1e3],
  [/^(?:billion\b|bn\b|十亿)/i, 1e9],
  [/^k(?![a-z])/i, 1e3],
  [/^m(?![a-z])/i, 1e6],
  [/^b(?![a-z])/i, 1e9],
  [/^t(?![a-z])/i, 1e12],
];

const UNITS: readonly [RegExp, string][] = [
  [/^[-\s]*(?:%|percent|per cent|个百分点)/i, '%'],
  [/^[-\s]*(?:美元|usd|us\$|dollars?)/i, 'usd'],
  [/^[-\s]*(?:cny|rmb|yuan|人民币|元|块)/i, 'cny'],
  [/^[-\s]*(?:tokens?|个? ?token)/i, 'token'],
  [/^[-\s]*(?:milliseconds?|ms|毫秒)/i, 'millisecond'],
  [/^[-\s]*(?:seconds?|s\b|秒)/i, 'second'],
  [/^[-\s]*(?:minutes?|min\b|分钟)/i, 'minute'],
  [/^[-\s]*(?:hours?|h\b|小时)/i, 'hour'],
  [/^[-\s]*(?:working days?|个?工作日)/i, 'working day'],
  [/^[-\s]*(?:days?|天|日)/i, 'day'],
  [/^[-\s]*(?:weeks?|个?(?:周|星期))/i, 'week'],
  [/^[-\s]*(?:months?|个?月)/i, 'month'],
  [/^[-\s]*(?:years?|年)/i, 'year'],
  [/^[-\s]*(?:gb|tb|mb|kb)/i, 'byte'],
  [/^[-\s]*(?:qps|rpm|tpm|tps)/i, 'rate'],
  [/^[-\s]*(?:times|倍|x\b)/i, 'times'],
  [/^[-\s]*(?:calls?|次)/i, 'call'],
];

const PERIODS: readonly [RegExp, string][] = [
  [/month|monthly|月/i, 'month'],
  [/year|annual|yearly|年/i, 'year'],
  [/week|周/i, 'week'],
  [/\bday|daily|天|日/i, 'day'],
  [/hour|小时/i, 'hour'],
  [/minute|分钟/i, 'minute'],
  [/second|秒/i, 'second'],
  [/million|百万|\b1?m\b/i, 'million'],
  [/thousand|千|\b1?k\b/i, 'thousand'],
  [/call|request|次/i, 'call'],
];
const PER_AFTER = /^.{0,14}?(?:\ba\b|\ban\b|\bper\b|\/|每|\beach\b)\s*([a-z0-9]+|[\p{Script=Han}]{1,3})/iu;
const PER_BEFORE = /(?:per|每)\s*([a-z0-9]+|[\p{Script=Han}]{1,3})[^\d.;。；]{0,16}$/iu;

const MOST_BEFORE =
  /(?:\b(?:up to|at most|no more than|within|below|under|less than)|不超过|不高于|至多|最多|最长|最大|最高|低于)\s*$/i;
const LEAST_BEFORE =
  /(?:\b(?:above|over|beyond|more than|at least|no less than|from)|(?<!不)超过|(?<!不)高于|至少|不少于|不低于)\s*$/i;
// Between the figure and its bound stands at most what it counts.
const BOUND_AFTER =
  /^[^\d，。；,;（(]{0,8}?(?:(以下|以内|or (?:less|fewer)|at most)|(以上|起(?!来)|or more|and (?:up|above)))/i;

function boundOf(before: string, after: string): Figure['bound'] {
  if (MOST_BEFORE.test(before)) return 'most';
  if (LEAST_BEFORE.test(before)) return 'least';
  const behind = BOUND_AFTER.exec(after);
  if (behind === null) return null;
  return behind[1] === undefined ? 'least' : 'most';
}

const periodOf = (words: string | undefined) =>
  words === undefined ? null : (PERIODS.find(([pattern]) => pattern.test(words))?.[1] ?? null);

const NOISE = new Set(
  'a an the of in on at to for by with from as is are was were and or per up it its cny usd rmb yuan token tokens than costs cost price list about only'.split(
    ' ',
  ),
);
/** Words beside prices that both languages have. */
const LABELS: Readonly<Record<string, string>> = {
  ...{ 输入: 'input', 输出: 'output', 缓存: 'cached', cache: 'cached', 命中: 'hit', 实时: 'real-time' },
};
const BREAK = /[,;:，。；：、()（）!?！？]|\.\s|\n|\band\b|\bor\b|\bvs\b|和|与|或/;

/** Figures of a text. `1,200`, `1.2K` and `1200` are one; `100 万` is a million. Figures inside names are none. */
export function figuresOf(text: string): Figure[] {
  const folded = text.normalize('NFKC');
  const found: Placed[] = [];
  for (const match of folded.matchAll(/(?<![\p{L}\d.]|\d[.,]|(?<!\d)-)[¥$€]?\d+(?:,\d{3})*(?:\.\d+)?/gu)) {
    const digits = match[0].replace(/[¥$€]/, '');
    const end = match.index + match[0].length;
    // `qwen3.7-max`, `Qwen-14B`: part of a name.
    if (
      /^-[a-z]/i.test(folded.slice(end)) &&
      !/^-(?:day|month|week|year|hour|minute|percent)/i.test(folded.slice(end))
    )
      continue;
    const rest = folded.slice(end);
    const spaced = rest.trimStart();
    const scale = SCALES.find(([pattern]) => pattern.test(spaced));
    const behind = scale === undefined ? spaced : spaced.replace(scale[0], '').trimStart();
    const sign = match[0][0];
    const unit =
      UNITS.find(([pattern]) => pattern.test(behind))?.[1] ??
      (sign === '¥' ? 'cny' : sign === '$' ? 'usd' : null);
    const clauseBefore = folded.slice(0, match.index).split(BREAK).at(-1) ?? '';
    const clauseAfter = behind.split(BREAK)[0] ?? '';
    found.push({
      at: match.index,
      value: Number(digits.replaceAll(',', '')) * (scale?.[1] ?? 1),
      unit,
      bound: boundOf(clauseBefore, behind),
      per: periodOf(PER_AFTER.exec(behind)?.[1]) ?? periodOf(PER_BEFORE.exec(clauseBefore)?.[1]),
      before: wordsOf(clauseBefore).at(-1) ?? null,
      after: wordsOf(clauseAfter.replace(/^[^\s]*(?:%|元)/, '')).at(0) ?? null,
    });
  }
  return withSharedPeriods(found, folded);
}

/** "0.8 input and 2 output per million": what the last one is counted by holds for those before it in the sentence. */
function withSharedPeriods(figures: readonly Placed[], text: string): Figure[] {
  return figures.map(({ at, ...figure }, place) => {
    if (figure.per !== null) return figure;
    const next = figures.slice(place + 1).find(({ per, unit }) => per !== null && unit === figure.unit);
    const isNear = next !== undefined && !/[。；;\n]|\.\s/.test(text.slice(at, next.at));
    return isNear ? { ...figure, per: next.per } : figure;
  });
}

/** Content words; of Chinese the last two characters stand for a word. */
function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/\p{Script=Han}+|[a-z][a-z0-9.+-]*/gu) ?? [])
    .map((word) => (/\p{Script=Han}/u.test(word) ? word.slice(-2) : word))
    .map((word) => LABELS[word] ?? word)
    .filter((word) => !NOISE.has(word));
}

const agree = (first: string | null, second: string | null) =>
  first === null || second === null || first === second;

/** The same amount of the same thing: a unit that one of them leaves open is no contradiction. */
export const isSameFigure = (first: Figure, second: Figure) =>
  Math.abs(first.value - second.value) <= Math.abs(second.value) * 1e-9 &&
  agree(first.unit, second.unit) &&
  agree(first.per, second.per) &&
  agree(first.bound, second.bound);

/** Where a sentence holds several figures of a kind, a figure must stand beside the same word as in its source: `input 2, output 12`. */
export function isAtItsPlace(figure: Figure, source: readonly Figure[]): boolean {
  const twins = source.filter((other) => isSameFigure(figure, other));
  const rivals = source.filter((other) => !isSameFigure(figure, other) && agree(figure.unit, other.unit));
  if (rivals.length === 0) return twins.length > 0;
  const own = [figure.before, figure.after].filter((word) => word !== null);
  return twins.some(
    ({ before, after }) => own.length === 0 || own.some((word) => word === before || word === after),
  );
}
