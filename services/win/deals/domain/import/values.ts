import {
  type DealCurrency,
  type DealStage,
  type DecisionRole,
  dealStageSchema,
  decisionRoleSchema,
  type OutcomeReason,
  outcomeReasonSchema,
} from '@tokenholic/contracts';
import { ROLE_NAMES, STAGE_NAMES } from '../headline.ts';
import type { StageBook } from '../settings/stages.ts';

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

const STAGE_WORDS: Readonly<Partial<Record<DealStage, readonly string[]>>> = {
  lead: ['prospecting', 'prospect', 'new', 'open', '初步接触', '潜在', '新建'],
  discovery: ['qualification', 'qualified', 'engaging', 'needsanalysis', '需求', '需求分析', '需求调研'],
  evaluation: ['poc', 'trial', 'pilot', 'demo', 'valueproposition', '测试', '试用', '验证', '方案验证'],
  proposal: ['quote', 'quotation', 'proposal/pricequote', 'perceptionanalysis', '报价', '方案', '投标'],
  negotiation: ['negotiation/review', 'contract', 'contracting', '谈判', '合同', '商务'],
  won: ['closedwon', 'win', 'signed', '赢', '成交', '已签约', '已成交', '签约'],
  lost: ['closedlost', 'lose', 'cancelled', 'abandoned', '输', '输单', '失败', '流失', '已关闭'],
};

/** What the organisation calls its stages, and which it uses. */
export type StageWords = Pick<StageBook, 'nameOf' | 'isUsed'>;

/** Null when the word is none that is known. The organisation's own names stand before what is usual elsewhere. */
export function stageOf(text: string, { nameOf, isUsed }: StageWords): DealStage | null {
  const word = fold(text);
  const used = dealStageSchema.options.filter(isUsed);
  const called = (stage: DealStage) => {
    const { zh, en } = nameOf(stage);
    return [fold(zh), fold(en)].includes(word);
  };
  return (
    used.find(called) ??
    used.find(
      (stage) =>
        [stage, fold(STAGE_NAMES[stage].zh), fold(STAGE_NAMES[stage].en)].includes(word) ||
        (STAGE_WORDS[stage] ?? []).includes(word),
    ) ??
    null
  );
}

export function roleOf(text: string): DecisionRole | null {
  const word = fold(text);
  return (
    decisionRoleSchema.options.find((role) =>
      [fold(role), fold(ROLE_NAMES[role].zh), fold(ROLE_NAMES[role].en)].includes(word),
    ) ?? null
  );
}

const REASON_WORDS: readonly (readonly [RegExp, OutcomeReason])[] = [
  [/价|price|cost|budget|预算/i, 'price'],
  [/安全|合规|secur|complian/i, 'security'],
  [/对手|竞|competit/i, 'competitor'],
  [/关系|relation/i, 'relationship'],
  [/迁移|migrat|switch/i, 'migration_effort'],
  [/功能|产品|fit|feature|product/i, 'product_fit'],
  [/时间|时机|timing|delay/i, 'timing'],
  [/服务|service|support/i, 'service'],
  [/没有决策|搁置|no.?decision|frozen/i, 'no_decision'],
];

/** The reason a text comes closest to. */
export function reasonOf(text: string): OutcomeReason {
  const exact = outcomeReasonSchema.safeParse(text.trim().toLowerCase());
  return exact.success ? exact.data : (REASON_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'other');
}

const UNITS: Readonly<Record<string, number>> = { '': 1, 万: 1e4, 亿: 1e8, 元: 1, 万元: 1e4, k: 1e3, m: 1e6 };

/** Minor units, and the currency where the text names one; null for what is no amount. */
export function amountOf(text: string): { minor: number; currency: DealCurrency | null } | null {
  const folded = text.normalize('NFKC').trim();
  const currency = /\$|usd|美元/i.test(folded) ? 'USD' : /[¥￥]|cny|rmb|人民币/i.test(folded) ? 'CNY' : null;
  const bare = folded.replace(/usd|cny|rmb|美元|人民币|[$¥￥,\s]/gi, '').toLowerCase();
  const match = /^(\d+(?:\.\d+)?)(万元|万|亿|元|k|m)?$/.exec(bare);
  if (match === null) return null;
  const minor = Math.round(Number(match[1]) * (UNITS[match[2] ?? ''] ?? 1) * 100);
  return Number.isSafeInteger(minor) && minor <= 1e15 ? { minor, currency } : null;
}

export type DateOrder = 'month_first' | 'day_first';
const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/;

/** How 3/4/2026 is meant in a column, by those of its dates that can be read one way only; null when none tells. */
export function dateOrderOf(texts: readonly string[]): DateOrder | null {
  for (const text of texts) {
    const [, first, second] = SLASHED.exec(text.trim()) ?? [];
    if (Number(first) > 12) return 'day_first';
    if (Number(second) > 12) return 'month_first';
  }
  return null;
}

/** A calendar day, `2026-03-04`; null for what is none. */
export function dayOf(text: string, order: DateOrder): string | null {
  const folded = text.normalize('NFKC').trim();
  const iso = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(folded);
  if (iso !== null) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashed = SLASHED.exec(folded);
  if (slashed === null) return null;
  const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
  return order === 'month_first' ? calendarDay(year, first, second) : calendarDay(year, second, first);
}

function calendarDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1970 && year < 2200;
  return real ? date.toISOString().slice(0, 10) : null;
}
