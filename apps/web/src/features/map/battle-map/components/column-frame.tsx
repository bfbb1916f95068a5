import { formatGrowth, formatMoney, formatTokens, type LaidColumn } from '@tokenholic/presentation';
import { TrendingUp } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import type { Selection } from '../model/selection';

interface ColumnFrameProps {
  column: LaidColumn;
  orientation: 'columns' | 'rows';
  onSelect: (selection: Selection) => void;
}

const FAST_GROWTH = 1;
/** Narrower columns have no room for words; the name is in the tooltip and in the table. */
const NAMED = 40;

/** What stands around a column: name and tokens at its base, growth and what can be won above, the whisker beside it. */
export const ColumnFrame = memo(function ColumnFrame({ column, orientation, onSelect }: ColumnFrameProps) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const { useCase, x, y, width, height, whisker } = column;
  const tokens = formatTokens(useCase.tokensPerYear.mid, language);
  const growth = formatGrowth(useCase.growthPerYear);
  const win =
    useCase.winnablePerYear > 0
      ? t('win', { value: formatMoney(useCase.winnablePerYear, language).text })
      : '';
  const fast = useCase.growthPerYear >= FAST_GROWTH ? 'text-ok' : 'text-ink-2';
  const select = () => onSelect({ kind: 'use_case', key: useCase.key });
  if (orientation === 'rows') {
    return (
      <button
        type="button"
        onClick={select}
        className="absolute left-0 flex w-full items-baseline gap-2 text-left"
        style={{ top: y - 24 }}
      >
        <span className="truncate font-semibold">{useCase.name[language]}</span>
        <span className="whitespace-nowrap text-ink-2">{tokens.text}</span>
        {win === '' ? null : <span className="text-2xs whitespace-nowrap text-ink-3">{win}</span>}
        <span className={`ml-auto text-xs ${fast}`}>{growth}</span>
      </button>
    );
  }
  return (
    <>
      <div
        className={`absolute flex items-center justify-between gap-1 overflow-hidden text-2xs ${width < NAMED ? 'invisible' : ''}`}
        style={{ left: x, top: y - 22, width: Math.max(width - 6, 34) }}
      >
        <span className={`inline-flex items-center gap-0.5 whitespace-nowrap ${fast}`}>
          <TrendingUp aria-hidden className="size-3" />
          {growth}
        </span>
        {width > 118 ? <span className="truncate whitespace-nowrap text-ink-3">{win}</span> : null}
      </div>
      {whisker === null ? null : (
        <div
          aria-hidden
          className="absolute w-[5px] border-y border-ink-3"
          style={{ left: whisker.at - 1, top: whisker.high, height: Math.max(2, whisker.low - whisker.high) }}
        >
          <div className="mx-auto h-full w-px bg-ink-3" />
        </div>
      )}
      <button
        type="button"
        onClick={select}
        title={width < NAMED ? `${useCase.name[language]} ${tokens.text}` : undefined}
        className="absolute overflow-hidden border-t-2 border-ink pt-1.5 text-left hover:bg-sunken"
        style={{ left: x, top: y + height + 8, width, minHeight: 48 }}
      >
        {width < NAMED ? (
          <span className="sr-only">{`${useCase.name[language]} ${tokens.text}`}</span>
        ) : (
          <>
            <span
              className={`block leading-tight font-semibold ${width < 70 ? 'truncate text-2xs' : 'line-clamp-2 text-xs'}`}
            >
              {useCase.name[language]}
            </span>
            <span className="block text-xs whitespace-nowrap">
              {tokens.number}
              <span className="ml-0.5 text-2xs text-ink-3">{tokens.unit}</span>
            </span>
          </>
        )}
      </button>
    </>
  );
});
