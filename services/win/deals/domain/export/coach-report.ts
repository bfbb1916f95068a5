import type { Deal, DealCoach, Language } from '@tokenholic/contracts';
import { MEDDICC_NAMES } from '../coach/meddicc.ts';
import type { StageBook } from '../settings/stages.ts';
import type { Report } from './report.ts';

const WORDS = {
  zh: {
    chance: '赢率',
    basis: {
      model: '由本组织已结束的商机训练的模型',
      base_rate: '历史赢率（模型看不出差别）',
      prior: '规划值（成交样本不足）',
    },
    drivers: '影响赢率的因素',
    risks: '风险',
    advice: '建议的下一步',
    meddicc: 'MEDDICC',
    history: '处理过的建议',
    adviceHead: ['建议', '原因', '依据', '预期效果', '日期'],
    meddiccHead: ['项', '情况', '依据'],
    historyHead: ['时间', '谁', '建议', '决定', '原因'],
    known: '已知',
    gap: '缺口',
    decisions: { done: '已完成', dismissed: '不采纳', snoozed: '稍后', reopened: '重新打开' },
    points: '个百分点',
  },
  en: {
    chance: 'Win probability',
    basis: {
      model: 'a model learnt from your own closed deals',
      base_rate: 'your win rate (the model cannot tell deals apart)',
      prior: 'a planning figure (too few closed deals)',
    },
    drivers: 'What moves it',
    risks: 'Risks',
    advice: 'Next steps',
    meddicc: 'MEDDICC',
    history: 'Advice that was dealt with',
    adviceHead: ['Step', 'Reason', 'Evidence', 'Expected effect', 'Due'],
    meddiccHead: ['Letter', 'State', 'Evidence'],
    historyHead: ['When', 'Who', 'Advice', 'Decision', 'Reason'],
    known: 'known',
    gap: 'gap',
    decisions: { done: 'done', dismissed: 'dismissed', snoozed: 'later', reopened: 'opened again' },
    points: 'points',
  },
} as const;

const percent = (ratio: number) => `${Math.round(ratio * 100)}%`;

/** A deal's coach on paper: what is on the screen, with everything it rests on, and what was done with it. */
export function coachReport(
  deal: Deal,
  coach: DealCoach,
  book: Pick<StageBook, 'nameOf'>,
  language: Language,
): Report {
  const words = WORDS[language];
  const { probability, low, high, basis } = coach.estimate;
  const quoted = ({ text, quote }: { text: { zh: string; en: string }; quote: string | null }) =>
    quote === null ? text[language] : `${text[language]} “${quote}”`;
  return {
    title: deal.title,
    subtitle: `${deal.clientName} · ${book.nameOf(deal.stage)[language]} · ${deal.ownerName[language]}`,
    blocks: [
      { kind: 'heading', text: words.chance },
      {
        kind: 'text',
        text: `${percent(probability)} (${percent(low)} – ${percent(high)}), ${words.basis[basis]}`,
      },
      ...(coach.drivers.length === 0
        ? []
        : [
            { kind: 'heading' as const, text: words.drivers },
            {
              kind: 'points' as const,
              items: coach.drivers.map(
                ({ text, points }) =>
                  `${text[language]}: ${points > 0 ? '+' : ''}${Math.round(points * 100)} ${words.points}`,
              ),
            },
          ]),
      { kind: 'heading', text: words.advice },
      {
        ...{
          kind: 'table',
          name: words.advice,
          headings: [...words.adviceHead],
          widths: [3, 3, 3, 2.4, 1.8],
        },
        lines: coach.advice.map(({ title, reason, evidence, effect, dueOn }) => [
          ...[title[language], reason[language], evidence.map(quoted).join('; ')],
          ...[effect.text[language], dueOn],
        ]),
      },
      { kind: 'heading', text: words.risks },
      {
        kind: 'points',
        items: coach.risks.map(
          ({ text, evidence }) => `${text[language]} (${evidence.map(quoted).join('; ')})`,
        ),
      },
      { kind: 'heading', text: words.meddicc },
      {
        ...{ kind: 'table', name: words.meddicc, headings: [...words.meddiccHead], widths: [2, 1, 5] },
        lines: coach.meddicc.map(({ letter, known, evidence }) => [
          MEDDICC_NAMES[letter][language],
          known ? words.known : words.gap,
          evidence.map(quoted).join('; '),
        ]),
      },
      ...(coach.history.length === 0
        ? []
        : [
            { kind: 'heading' as const, text: words.history },
            {
              ...{
                kind: 'table' as const,
                name: words.history,
                headings: [...words.historyHead],
                widths: [2, 1.4, 2, 1.4, 3],
              },
              lines: coach.history.map(({ at, by, kind, decision, reason }) => [
                ...[at.slice(0, 16).replace('T', ' '), by[language], kind, words.decisions[decision], reason],
              ]),
            },
          ]),
    ],
  };
}
