import type { UseCaseColumn } from '@tokenholic/contracts';
import { formatMoney, formatPercent, formatTokens, groups, type LaidTile } from '@tokenholic/presentation';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { useTheme } from '@/preferences/preferences';
import type { Selection } from '../model/selection';

interface TileButtonProps {
  laid: LaidTile;
  useCase: UseCaseColumn;
  /** The filter is not about it. */
  dimmed: boolean;
  selected: boolean;
  onSelect: (selection: Selection) => void;
}

/** One model of one provider: area is tokens, colour and glyph are the provider, hatching is doubt, lime is worth going after. */
export const TileButton = memo(function TileButton({
  laid,
  useCase,
  dimmed,
  selected,
  onSelect,
}: TileButtonProps) {
  const { t } = useTranslation('map');
  const { t: shell } = useTranslation('shell');
  const language = useLanguage();
  const theme = useTheme();
  const { tile, x, y, width, height, text } = laid;
  const look = groups[tile.group];
  const tokens = formatTokens(tile.tokensPerYear.mid, language);
  const share = formatPercent(tile.share, language);
  const rank = tile.opportunity?.rank ?? null;
  const value = tile.opportunity === null ? '' : formatMoney(tile.opportunity.valuePerYear, language).text;
  const label =
    t('tile_label', {
      useCase: useCase.name[language],
      provider: tile.providerName[language],
      model: tile.modelName[language],
      tokens: tokens.text,
      share,
      confidence: shell(`confidence.${tile.confidence.level}`),
    }) + (rank === null ? '' : t('opportunity_label', { rank, value }));
  const large = text === 'full' && height >= 90 && width >= 120;
  return (
    <button
      type="button"
      data-tile={tile.key}
      data-dimmed={dimmed}
      aria-pressed={selected}
      title={text === 'none' || text === 'glyph' ? label : undefined}
      onClick={() => onSelect({ kind: 'tile', key: tile.key })}
      style={{
        left: x,
        top: y,
        width,
        height,
        background: look[theme].fill,
        color: look[theme].text,
        boxShadow:
          rank === null
            ? undefined
            : `inset 0 0 0 3px var(--mark)${theme === 'light' ? ', 0 0 0 2px #10201c' : ''}`,
      }}
      className={`tile absolute overflow-hidden rounded-tile text-left align-top ${tile.confidence.level === 'low' ? 'hatch' : ''} ${tile.group === 'unknown' ? 'border border-dashed border-line-strong' : ''} ${selected ? 'z-[2] outline-2 outline-offset-2 outline-ink' : rank === null ? '' : 'z-[1]'}`}
    >
      {/* The name in words; what is drawn says a part of it, so it is hidden from screen readers. */}
      <span className="sr-only">{label}</span>
      {text === 'full' || text === 'compact' ? (
        <span
          aria-hidden
          className={`absolute inset-x-0 top-0 block ${large ? 'px-2.5 pt-2' : 'px-2 pt-1.5'}`}
        >
          <span
            className={`block leading-tight ${large ? 'text-xs' : 'text-2xs'} ${text === 'compact' ? 'truncate' : 'line-clamp-2'}`}
          >
            {tile.modelName[language]}
          </span>
          {text === 'compact' && height < 40 ? null : (
            <span className="mt-0.5 flex items-baseline justify-between gap-1">
              <span
                className={`font-semibold whitespace-nowrap ${large ? 'text-xl leading-6' : 'text-xs'} ${tile.override === null ? '' : 'underline decoration-2 underline-offset-2'}`}
              >
                {tokens.number}
                <span className={`ml-0.5 font-normal ${large ? 'text-xs' : 'text-2xs'}`}>{tokens.unit}</span>
              </span>
              {width > 96 ? <span className="text-2xs">{share}</span> : null}
            </span>
          )}
        </span>
      ) : null}
      {text === 'glyph' ? (
        <span aria-hidden className="absolute inset-0 grid place-items-center text-2xs font-semibold">
          {look.glyph}
        </span>
      ) : null}
      {rank !== null && height > 78 && width > 70 ? (
        <span
          aria-hidden
          className="absolute bottom-2 left-2 inline-flex items-center gap-1 rounded-tile bg-mark px-1.5 py-0.5 text-2xs font-semibold whitespace-nowrap text-mark-ink"
        >
          <span className="grid size-4 place-items-center rounded-full bg-[#10201c] text-[0.625rem] text-white">
            {rank}
          </span>
          {width > 96 ? value : ''}
        </span>
      ) : null}
      {rank !== null && height <= 78 && height > 22 && width > 40 ? (
        <span
          aria-hidden
          className="absolute top-1.5 right-1.5 grid size-4 place-items-center rounded-full bg-mark text-[0.625rem] font-semibold text-mark-ink"
        >
          {rank}
        </span>
      ) : null}
      {rank === null && (tile.opportunity?.valuePerYear ?? 0) > 0 && height > 20 && width > 24 ? (
        <span
          aria-hidden
          className="absolute top-0 right-0 size-3 bg-mark [clip-path:polygon(0_0,100%_0,100%_100%)]"
        />
      ) : null}
    </button>
  );
});
