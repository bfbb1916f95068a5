import type { BattleMap, Language } from '@tokenholic/contracts';
import { formatPercent } from '../format/quantities.ts';
import { formatTokens } from '../format/tokens.ts';
import { groups } from '../palette/palette.ts';
import { columnOrder } from '../skyline/layout.ts';
import { deckWords } from './deck-words.ts';

/** The findings that stand as titles over a deck's pages; plain headings where there is nothing to find. */
export function deckFindings(
  map: BattleMap,
  language: Language,
): Record<'uses' | 'shares' | 'growth' | 'opportunities', string> {
  const words = deckWords[language];
  const isChinese = language === 'zh';
  const percent = (share: number) => formatPercent(share, language);
  const tokens = (value: number) => formatTokens(value, language).text;
  const total = map.totals.tokensPerYear.mid;
  const [largest] = columnOrder(map.useCases);
  const [holder] = [...map.totals.shares].sort((a, b) => b.share - a.share);
  const inYear = (index: number) =>
    map.useCases.reduce((sum, column) => sum + (column.projection[index]?.tokens.mid ?? 0), 0);
  const last = (map.useCases[0]?.projection.length ?? 1) - 1;
  const year = map.useCases[0]?.projection[last]?.year;
  const ranked = map.useCases
    .flatMap(({ tiles }) => tiles)
    .filter(({ opportunity }) => (opportunity?.rank ?? null) !== null).length;
  return {
    uses:
      largest === undefined || total === 0
        ? words.uses
        : isChinese
          ? `${largest.name.zh}一项就占 ${percent(largest.tokensPerYear.mid / total)} 的 Token`
          : `${largest.name.en} alone takes ${percent(largest.tokensPerYear.mid / total)} of the tokens`,
    shares:
      holder === undefined
        ? words.shares
        : isChinese
          ? `最大一份在${groups[holder.group].name.zh}：${percent(holder.share)}；阿里云 ${percent(map.totals.ourShare)}`
          : `Most of it is with ${groups[holder.group].name.en}: ${percent(holder.share)}; Alibaba Cloud has ${percent(map.totals.ourShare)}`,
    growth:
      year === undefined || last === 0
        ? words.growth
        : isChinese
          ? `按当前增速，${year} 年到 ${tokens(inYear(last))} Token，是今天的 ${(inYear(last) / (inYear(0) || 1)).toFixed(1)} 倍`
          : `At today's growth, ${tokens(inYear(last))} tokens a year in ${year}: ${(inYear(last) / (inYear(0) || 1)).toFixed(1)} times today`,
    opportunities:
      ranked === 0
        ? words.opportunities
        : isChinese
          ? `先争取这${['', '一', '两', '三'][ranked] ?? ''}处，阿里云份额从 ${percent(map.totals.ourShare)} 到 ${percent(map.totals.ourShareAfterTopThree)}`
          : `Go after ${ranked === 1 ? 'this one' : `these ${['', '', 'two', 'three'][ranked] ?? ''}`} first: Alibaba Cloud goes from ${percent(map.totals.ourShare)} to ${percent(map.totals.ourShareAfterTopThree)}`,
  };
}
