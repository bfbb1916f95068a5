import type { SolutionContent, SolutionSentence } from '@tokenholic/contracts';
import type { Case } from '../case.ts';
import type { Citations } from '../citations.ts';
import type { Plan } from '../plan-queries.ts';
import { yuan } from './cost.ts';

/** What is proposed, what it saves and how long it takes: computed, each with the tiles of the map it rests on. */
export function summaryOf(
  { tiles, providers, title }: Case,
  { models, products }: Plan,
  savingCny: number | null,
  days: { low: number; high: number } | null,
  known: boolean,
  citations: Citations,
  { currentCny, oursCny }: SolutionContent['cost'],
): SolutionSentence[] {
  if (!known)
    return [
      {
        standing: 'unknown',
        citations: [],
        text: {
          zh: '知识库里没有能回答这个问题的内容。请补充资料，或者换个说法。',
          en: 'The knowledge base has nothing that answers this question. Add a document, or ask in other words.',
        },
      },
    ];
  const sentences: SolutionSentence[] = [];
  const [model] = models;
  const mapped = tiles.map(({ tile, column }) => citations.map(tile, column.name));
  if (model !== undefined) {
    const on = (language: 'zh' | 'en') =>
      providers.map(({ name }) => name[language]).join(language === 'zh' ? '、' : ', ');
    const with_ = products[0]?.name;
    sentences.push({
      standing: 'computed',
      citations: mapped,
      text: {
        zh: `建议用 ${model.name}${with_ === undefined ? ' ' : ` 配合${with_.zh} `}承接${title.zh}${providers.length === 0 ? '' : `，现在跑在${on('zh')}上`}。`,
        en: `We propose ${model.name}${with_ === undefined ? '' : ` with ${with_.en}`} for ${title.en}${providers.length === 0 ? '' : `, which runs on ${on('en')} today`}.`,
      },
    });
  }
  if (savingCny !== null && currentCny !== null && oursCny !== null) {
    // From the figures as they are shown, so that they add up.
    const amount = yuan(Math.abs(Math.round(currentCny) - Math.round(oursCny)));
    const [now, then] = [yuan(currentCny), yuan(oursCny)];
    sentences.push({
      standing: 'computed',
      citations: mapped,
      text:
        savingCny >= 0
          ? {
              zh: `按列表价，可迁移部分每年从 ${now} 降到 ${then}，省 ${amount}。`,
              en: `At list prices the movable part goes from ${now} to ${then} a year, a saving of ${amount}.`,
            }
          : {
              zh: `按列表价，可迁移部分每年从 ${now} 升到 ${then}，多 ${amount}：这里不能主打价格。`,
              en: `At list prices the movable part goes from ${now} to ${then} a year, ${amount} more: price is not the argument here.`,
            },
    });
  }
  if (days !== null)
    sentences.push({
      standing: 'assumption',
      citations: [],
      text: {
        zh: `按规划口径，迁移需要 ${days.low}–${days.high} 个工作日。`,
        en: `By our planning rule the move takes ${days.low}–${days.high} working days.`,
      },
    });
  return sentences;
}
