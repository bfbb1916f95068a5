import type { BattleMap, Headline, Totals } from '@tokenholic/contracts';
import { formatPercent, formatTokens } from '@tokenholic/presentation';

/** The finding in one sentence, with the words to highlight. */
export function headlineOf(clientName: string, totals: Totals, basis: BattleMap['basis']): Headline {
  if (totals.tokensPerYear.mid === 0) {
    return {
      text: { zh: `${beside(clientName)}的战图还是空的`, en: `The map of ${clientName} is still empty` },
      highlight: { zh: '还是空的', en: 'still empty' },
    };
  }
  const zh = formatTokens(totals.tokensPerYear.mid, 'zh').text;
  const en = formatTokens(totals.tokensPerYear.mid, 'en').text;
  if (basis === 'industry_benchmark') {
    return sentence(
      `${beside(clientName)}同类企业每年约消耗 ${zh} Token，`,
      '行业基准，尚无证据',
      `Companies like ${clientName} burn about ${en} tokens a year — `,
      'industry benchmark, no evidence yet',
    );
  }
  const finding = strongestFinding(totals);
  return sentence(
    `${beside(clientName)}每年消耗 ${zh} Token，`,
    finding.zh,
    `${clientName} burns ${en} tokens a year — `,
    finding.en,
  );
}

/** A name that ends in Latin letters or digits stands a space apart from the Chinese that follows. */
const beside = (name: string): string => (/[\x21-\x7e]$/.test(name) ? `${name} ` : name);

function sentence(zh: string, zhMark: string, en: string, enMark: string): Headline {
  return { text: { zh: zh + zhMark, en: en + enMark }, highlight: { zh: zhMark, en: enMark } };
}

function strongestFinding(totals: Totals): { zh: string; en: string } {
  const { competitorShare, ourShare, selfHostedShare, unknownShare } = totals;
  const largest = Math.max(competitorShare, ourShare, selfHostedShare, unknownShare);
  const zh = formatPercent(largest, 'zh');
  const en = formatPercent(largest, 'en');
  if (largest === competitorShare) return { zh: `${zh} 跑在竞品云上`, en: `${en} on competitor clouds` };
  if (largest === ourShare) return { zh: `${zh} 已在阿里云上`, en: `${en} already with us` };
  if (largest === selfHostedShare) return { zh: `${zh} 自建部署`, en: `${en} self-hosted` };
  return { zh: `${zh} 供应商未知`, en: `${en} with an unknown provider` };
}
