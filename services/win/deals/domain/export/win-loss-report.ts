import type { Language, WinLoss } from '@tokenholic/contracts';
import { REASON_NAMES } from '../analysis/narrate.ts';
import type { StageBook } from '../settings/stages.ts';
import type { Report, ReportTable } from './report.ts';

const WORDS = {
  zh: {
    title: '赢单丢单分析',
    narrative: '结论',
    alerts: '提醒',
    factors: '因素',
    stages: '阶段',
    cohorts: '分组',
    reasons: '原因',
    pairs: '双方说法',
    factor: ['因素', '有：赢/总', '无：赢/总', '赢率差（百分点）', '95% 下限', '95% 上限', '比值比', '可靠'],
    stage: ['阶段', '进入', '前进', '丢失', '仍在', '半数离开（天）'],
    cohort: ['分组', '项', '商机', '赢', '赢率 %', '95% 下限 %', '95% 上限 %'],
    reason: ['原因', '赢', '丢'],
    pair: ['我方说', '客户说', '商机'],
    by: {
      quarter: '季度',
      product: '产品',
      competitor: '竞争对手',
      source: '来源',
      owner: '负责人',
      size: '金额',
    },
    yes: '是',
    no: '否',
    small: '样本不足',
    engine: '由内置规则计算；关联不等于因果。',
  },
  en: {
    title: 'Win-loss analysis',
    narrative: 'Findings',
    alerts: 'Alerts',
    factors: 'Factors',
    stages: 'Stages',
    cohorts: 'Cohorts',
    reasons: 'Reasons',
    pairs: 'Our word and theirs',
    factor: [
      'Factor',
      'With: won/all',
      'Without: won/all',
      'Difference (points)',
      '95% low',
      '95% high',
      'Odds ratio',
      'Clear',
    ],
    stage: ['Stage', 'Entered', 'Went on', 'Lost', 'Still there', 'Half left after (days)'],
    cohort: ['By', 'Group', 'Deals', 'Won', 'Win rate %', '95% low %', '95% high %'],
    reason: ['Reason', 'Won', 'Lost'],
    pair: ['We said', 'They said', 'Deals'],
    by: {
      quarter: 'Quarter',
      product: 'Product',
      competitor: 'Competitor',
      source: 'Source',
      owner: 'Owner',
      size: 'Amount',
    },
    yes: 'yes',
    no: 'no',
    small: 'too few',
    engine: 'Computed by built-in rules; association is not cause.',
  },
} as const;

const points = (ratio: number) => Math.round(ratio * 1_000) / 10;

/** The analysis as a report: the same figures and sentences as on the screen. */
export function winLossReport(
  analysis: WinLoss,
  book: Pick<StageBook, 'nameOf'>,
  { language, asked }: { language: Language; asked: string },
): Report {
  const words = WORDS[language];
  return {
    title: words.title,
    subtitle: `${asked} · ${words.engine}`,
    blocks: [
      { kind: 'heading', text: words.narrative },
      { kind: 'points', items: analysis.narrative.map(({ text }) => text[language]) },
      ...(analysis.alerts.length === 0
        ? []
        : [
            { kind: 'heading' as const, text: words.alerts },
            { kind: 'points' as const, items: analysis.alerts.map(({ text }) => text[language]) },
          ]),
      { kind: 'heading', text: words.factors },
      factorTable(analysis, language),
      { kind: 'heading', text: words.stages },
      {
        ...{ kind: 'table', name: words.stages, headings: [...words.stage], widths: [3, 1, 1, 1, 1, 2] },
        lines: analysis.stages.map((one) => [
          book.nameOf(one.stage)[language],
          ...[one.entered, one.advanced, one.lost, one.stillThere],
          one.medianDays === null ? null : Math.round(one.medianDays),
        ]),
      },
      { kind: 'heading', text: words.cohorts },
      cohortTable(analysis, language),
      { kind: 'heading', text: words.reasons },
      {
        ...{ kind: 'table', name: words.reasons, headings: [...words.reason], widths: [3, 1, 1] },
        lines: analysis.reasons.closed.map(({ reason, won, lost }) => [
          REASON_NAMES[reason][language],
          won,
          lost,
        ]),
      },
      ...(analysis.reasons.pairs.length === 0
        ? []
        : [
            {
              ...{ kind: 'table' as const, name: words.pairs, headings: [...words.pair], widths: [3, 3, 1] },
              lines: analysis.reasons.pairs.map(({ ours, buyers, deals }) => [
                ...[REASON_NAMES[ours][language], REASON_NAMES[buyers][language], deals],
              ]),
            },
          ]),
    ],
  };
}

function factorTable({ factors }: WinLoss, language: Language): ReportTable {
  const words = WORDS[language];
  return {
    ...{
      kind: 'table',
      name: words.factors,
      headings: [...words.factor],
      widths: [4, 2, 2, 2, 1.5, 1.5, 1.5, 1.5],
    },
    lines: factors.map((one) => [
      one.text[language],
      `${one.with.won}/${one.with.deals}`,
      `${one.without.won}/${one.without.deals}`,
      ...[points(one.difference.value), points(one.difference.low), points(one.difference.high)],
      one.oddsRatio === null ? null : Math.round(one.oddsRatio.value * 100) / 100,
      one.small ? words.small : one.clear ? words.yes : words.no,
    ]),
  };
}

function cohortTable({ cohorts, groups }: WinLoss, language: Language): ReportTable {
  const words = WORDS[language];
  const line = (by: string, name: string, one: { deals: number; won: number; low: number; high: number }) => [
    ...[
      by,
      name,
      one.deals,
      one.won,
      points(one.won / Math.max(one.deals, 1)),
      points(one.low),
      points(one.high),
    ],
  ];
  return {
    ...{
      kind: 'table',
      name: words.cohorts,
      headings: [...words.cohort],
      widths: [2, 3, 1, 1, 1.4, 1.4, 1.4],
    },
    lines: [
      ...cohorts.map((one) => line(words.by.quarter, one.quarter, one)),
      ...groups.flatMap(({ by, items }) => items.map((one) => line(words.by[by], one.name[language], one))),
    ],
  };
}
