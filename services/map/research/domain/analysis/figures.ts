import type { ReportedFigure } from '@tokenholic/contracts';

export interface FoundFigure {
  metric: ReportedFigure['metric'];
  value: number;
  period: ReportedFigure['period'];
  start: number;
}

const NUMBER =
  '(\\d[\\d,]*(?:\\.\\d+)?)\\s*(万亿|亿|万|千|百万|trillion|billion|million|thousand|bn|[TBMKk](?![a-z]))?\\s*(?:\\+|多|余)?';

const SCALES: Record<string, number> = {
  万亿: 1e12,
  亿: 1e8,
  百万: 1e6,
  万: 1e4,
  千: 1e3,
  trillion: 1e12,
  billion: 1e9,
  bn: 1e9,
  million: 1e6,
  thousand: 1e3,
  T: 1e12,
  B: 1e9,
  M: 1e6,
  K: 1e3,
  k: 1e3,
};

/** What is counted, by the words right after the number. */
const METRICS: readonly { metric: ReportedFigure['metric']; pattern: string }[] = [
  { metric: 'tokens', pattern: '(?:个)?\\s*tokens?' },
  {
    metric: 'conversations',
    pattern:
      '(?:次|通|个)?\\s*(?:智能)?(?:客服)?(?:会话|对话|咨询|问诊)|conversations|chats|enquiries|inquiries|sessions',
  },
  { metric: 'minutes', pattern: '分钟|小时|minutes|hours' },
  { metric: 'developers', pattern: '(?:名|位)?\\s*(?:研发|开发者|工程师|程序员)|developers|engineers' },
  {
    metric: 'documents',
    pattern:
      '(?:份|页|件|笔|张(?=单))\\s*(?:文档|单据|材料|申请|合同|报告|病历|保单)?|pages|documents|reviews|applications|cases|claims|invoices|contracts',
  },
  {
    metric: 'requests',
    pattern:
      '次\\s*(?:请求|调用|查询|搜索|用户理解与排序请求|用户理解|排序)?|requests|queries|calls|searches',
  },
  {
    metric: 'users',
    pattern: '(?:名|位)?\\s*(?:用户|玩家|学员|学习者|车主|活跃)|users|players|learners|drivers|riders|cars',
  },
  { metric: 'employees', pattern: '(?:名|位|个)?\\s*(?:员工|人)|employees|people|staff|colleagues' },
  { metric: 'units', pattern: '集|张|条|秒|万字|款|images|episodes|clips|seconds|posts|items|words' },
];

const COUNTED = METRICS.map(({ metric, pattern }) => ({
  metric,
  regex: new RegExp(`${NUMBER}\\s*(?:${pattern})`, 'gi'),
}));

const PER_DAY = /日均|每天|每日|一天|天均|日活|a day|per day|daily|each day|\/day|an? day/i;
const PER_MONTH = /每月|月均|月产|月活|一个月|a month|per month|monthly|\/month|in 30 days/i;
const PER_YEAR = /每年|年均|全年|一年|a year|per year|annually|yearly/i;
const SHARE_WORDS: readonly [RegExp, number][] = [
  [/一半|half/i, 0.5],
  [/一成半/, 0.15],
  [/(?:约|近|大约)?([一二两三四五六七八九])成/, Number.NaN],
  [/two[- ]thirds/i, 0.667],
  [/a third|one third/i, 0.333],
  [/a quarter|one quarter/i, 0.25],
];
const DIGITS: Record<string, number> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Numbers of a sentence with what they count and over which time. */
export function findFigures(sentence: string): FoundFigure[] {
  const found: FoundFigure[] = [];
  if (!/\d/.test(sentence)) return found;
  for (const { metric, regex } of COUNTED) {
    for (const match of sentence.matchAll(regex)) {
      if (found.some((figure) => figure.start === match.index)) continue;
      const value = Number((match[1] ?? '').replaceAll(',', '')) * (SCALES[match[2] ?? ''] ?? 1);
      if (!(value > 0)) continue;
      const isHours = metric === 'minutes' && /小时|hours/i.test(match[0]);
      found.push({
        metric,
        value: isHours ? value * 60 : value,
        period: periodAround(sentence, match.index, match[0].length),
        start: match.index,
      });
    }
  }
  return found;
}

/** Years and versions are no figures; the period stands just before or just after. */
function periodAround(sentence: string, start: number, length: number): ReportedFigure['period'] {
  const near = sentence.slice(Math.max(0, start - 14), start + length + 14);
  if (PER_DAY.test(near)) return 'day';
  if (PER_MONTH.test(near)) return 'month';
  if (PER_YEAR.test(near)) return 'year';
  return 'once';
}

/** Part of the volume that a clause gives to a model: `约占 55%`, `三成左右`, `two thirds`. Null when it says none. */
export function findShare(clause: string): number | null {
  if (!/[%％成半]|half|third|quarter|per ?cent/i.test(clause)) return null;
  const percent =
    /(?:占|约|大约|承担|handles?|about|around|roughly|for)[^。.;；]{0,24}?(\d{1,2}(?:\.\d+)?)\s*(?:%|％|per cent|percent)/i.exec(
      clause,
    );
  if (percent?.[1] !== undefined) return Number(percent[1]) / 100;
  for (const [pattern, value] of SHARE_WORDS) {
    const match = pattern.exec(clause);
    if (match === null) continue;
    return Number.isNaN(value) ? (DIGITS[match[1] ?? ''] ?? 0) / 10 : value;
  }
  return null;
}

const EMPLOYEES =
  /(?:员工|职工|雇员)(?:总数|人数)?(?:约|共|超过|近)?\s*(\d[\d,]*(?:\.\d+)?)\s*(万)?\s*(?:余|多)?\s*(?:人|名)|(\d[\d,]*(?:\.\d+)?)\s*(万)?\s*(?:余|多)?\s*名?\s*(?:员工|职工|雇员)|(?:employs?|workforce of|team of)\s+(?:about |around |some |more than |over )?(\d[\d,]*)|(\d[\d,]*)\s+(?:employees|staff|colleagues|people across)/i;

/** Headcount that a sentence tells, null when it tells none. */
export function employeesIn(text: string): number | null {
  const match = EMPLOYEES.exec(text);
  if (match === null) return null;
  const digits = match[1] ?? match[3] ?? match[5] ?? match[6];
  const value =
    Number((digits ?? '').replaceAll(',', '')) * (match[2] === '万' || match[4] === '万' ? 1e4 : 1);
  return value >= 5 && value < 5e6 ? value : null;
}
