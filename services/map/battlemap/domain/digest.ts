import type { LocalizedText, MapComparison } from '@tokenholic/contracts';
import { formatPercent, formatTokens } from '@tokenholic/presentation';

const MOST_LINES = 4;
/** Shares that differ by less are the same to a reader. */
const VISIBLE_SHARE = 0.005;

export interface Digest {
  from: number;
  /** How many models came, went or moved. */
  moved: number;
  text: LocalizedText;
}

/** What a person would tell a colleague about the step from one version to the next: the largest moves first, each with its reason. */
export function digestOf(comparison: MapComparison): Digest {
  const { from } = comparison;
  const moves = comparison.useCases.flatMap(({ name, tiles }) =>
    tiles.filter(({ change }) => change !== 'same').map((tile) => ({ name, tile })),
  );
  if (moves.length === 0)
    return {
      ...{ from, moved: 0 },
      text: { zh: `与版本 ${from} 相比没有变化。`, en: `Nothing has changed since version ${from}.` },
    };
  const size = ({ tile: { tokens } }: (typeof moves)[number]) =>
    Math.abs((tokens.after ?? 0) - (tokens.before ?? 0));
  const told = [...moves].sort((a, b) => size(b) - size(a)).slice(0, MOST_LINES);
  const rest = moves.length - told.length;
  const share = shareLine(comparison);
  const inLanguage = (language: 'zh' | 'en') =>
    [
      ...(share === null ? [] : [share[language]]),
      ...told.map((move) => moveLine(move, language)),
      ...(rest === 0 ? [] : [language === 'zh' ? `另有 ${rest} 处变化` : `${rest} more changes`]),
    ].join(language === 'zh' ? '；' : '; ');
  return {
    ...{ from, moved: moves.length },
    text: {
      zh: `与版本 ${from} 相比：${inLanguage('zh')}。`,
      en: `Since version ${from}: ${inLanguage('en')}.`,
    },
  };
}

function shareLine({ ourShare: { before, after } }: MapComparison): LocalizedText | null {
  if (Math.abs(after - before) < VISIBLE_SHARE) return null;
  return {
    zh: `我方份额 ${formatPercent(before, 'zh')} → ${formatPercent(after, 'zh')}`,
    en: `our share ${formatPercent(before, 'en')} → ${formatPercent(after, 'en')}`,
  };
}

type Move = { name: LocalizedText; tile: MapComparison['useCases'][number]['tiles'][number] };

function moveLine({ name, tile }: Move, language: 'zh' | 'en'): string {
  const what = `${name[language]} · ${tile.modelName[language]}`;
  const tokens = (value: number | null) => formatTokens(value ?? 0, language).text;
  const { before, after } = tile.tokens;
  const cause = tile.causes[0]?.text[language];
  const why =
    cause === undefined
      ? ''
      : language === 'zh'
        ? `（${cause.replace(/。$/, '')}）`
        : ` (${cause.replace(/\.$/, '')})`;
  if (tile.change === 'added')
    return (language === 'zh' ? `新增 ${what} ${tokens(after)}` : `new: ${what} ${tokens(after)}`) + why;
  if (tile.change === 'gone') return (language === 'zh' ? `不再有 ${what}` : `gone: ${what}`) + why;
  return `${what} ${tokens(before)} → ${tokens(after)}${why}`;
}
