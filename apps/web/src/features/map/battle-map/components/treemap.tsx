import { formatTokens } from '@tokenholic/presentation';
import { layoutTreemap, treemapBoard } from '@tokenholic/presentation/treemap';
import { useMemo } from 'react';
import { useLanguage } from '@/i18n';
import { isDimmed, isFiltering } from '../model/filter';
import { useWidth } from '../model/use-width';
import { walk } from '../model/walk';
import type { BoardProps } from './board';
import { Kpis } from './kpis';
import { StickerNote } from './sticker-note';
import { TileButton } from './tile-button';
import { ZoomFrame } from './zoom-frame';

const ABOVE_BOARD = 376;
const bounded = (height: number) => Math.max(420, Math.min(760, height));

/** The map as nested areas: use cases as blocks, models in them. Fills the board where a skyline leaves sky. */
export default function Treemap(props: BoardProps) {
  const { frame, width } = useWidth();
  const height = bounded(window.innerHeight - ABOVE_BOARD);
  return (
    <div className="mt-6 grid gap-6">
      <Kpis map={props.map} shown={props.kpis} />
      <div ref={frame}>
        {width === 0 ? null : (
          <ZoomFrame height={height}>
            {(zoom) => <Blocks {...props} width={width * zoom} height={height * zoom} />}
          </ZoomFrame>
        )}
      </div>
    </div>
  );
}

function Blocks({
  map,
  filter,
  selection,
  onSelect,
  stickers,
  width,
  height,
}: BoardProps & { width: number; height: number }) {
  const language = useLanguage();
  const layout = useMemo(() => layoutTreemap(map, { width, height }), [map, width, height]);
  const pins = useMemo(() => treemapBoard(layout), [layout]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only passes arrow keys on to the tiles inside
    <div
      className="skyline relative"
      data-dimming={isFiltering(filter)}
      onKeyDown={walk}
      style={{ width, height }}
    >
      {layout.blocks.map(({ useCase, tiles, x, y, width: wide, headed }) => (
        <div key={useCase.key}>
          {headed ? (
            <button
              type="button"
              onClick={() => onSelect({ kind: 'use_case', key: useCase.key })}
              className="absolute flex items-baseline gap-1.5 overflow-hidden text-left text-xs hover:underline"
              style={{ left: x, top: y, width: wide, height: 22 }}
            >
              <span className="truncate font-semibold">{useCase.name[language]}</span>
              <span className="whitespace-nowrap text-ink-3">
                {formatTokens(useCase.tokensPerYear.mid, language).text}
              </span>
            </button>
          ) : null}
          {tiles.map((laid) => (
            <TileButton
              key={laid.tile.key}
              laid={laid}
              useCase={useCase}
              dimmed={isDimmed(laid.tile, useCase.key, filter)}
              selected={selection?.kind === 'tile' && selection.key === laid.tile.key}
              onSelect={onSelect}
            />
          ))}
        </div>
      ))}
      {stickers === undefined
        ? null
        : (map.stickers ?? []).map((sticker) => (
            <StickerNote key={sticker.id} sticker={sticker} board={pins} hands={stickers} />
          ))}
    </div>
  );
}
