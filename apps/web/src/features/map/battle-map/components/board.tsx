import type { BattleMap } from '@tokenholic/contracts';
import {
  layoutColumns,
  layoutRows,
  magnify,
  type SkylineLayout,
  skylineBoard,
} from '@tokenholic/presentation';
import { memo, useMemo } from 'react';
import { type Filter, isDimmed, isFiltering } from '../model/filter';
import type { Selection } from '../model/selection';
import { useWidth } from '../model/use-width';
import { walk } from '../model/walk';
import { ColumnFrame } from './column-frame';
import { type KpiName, Kpis } from './kpis';
import { type StickerHands, StickerNote } from './sticker-note';
import { TileButton } from './tile-button';
import { ZoomFrame } from './zoom-frame';

export interface BoardProps {
  map: BattleMap;
  filter: Filter;
  selection: Selection | null;
  onSelect: (selection: Selection) => void;
  /** Figures in the sky; all unless told otherwise. */
  kpis?: readonly KpiName[];
  /** What can be done with the stickers; null: they are shown only; absent: they are not. */
  stickers?: StickerHands | null;
}

const NARROW = 680;
const TOP = 24;
/** Room for the whisker of the last column. */
const RIGHT = 12;
const ABOVE_BOARD = 248;
const KPI_ROW = 128;
const bounded = (height: number) => Math.max(420, Math.min(760, height));

/** The skyline itself: columns on a desk, rows on a phone. Tiles are buttons; arrow keys walk over them. */
export function Board(props: BoardProps) {
  const { frame, width } = useWidth();
  return (
    <div ref={frame} className="mt-4">
      {width === 0 ? null : width < NARROW ? (
        <NarrowBoard {...props} width={width} />
      ) : (
        <WideBoard {...props} width={width} />
      )}
    </div>
  );
}

function NarrowBoard({ width, ...props }: BoardProps & { width: number }) {
  const plain = useMemo(() => layoutRows(props.map, width), [props.map, width]);
  return (
    <>
      <KpiRow map={props.map} kpis={props.kpis} />
      <ZoomFrame height={plain.height}>
        {(zoom) => <ZoomedSkyline {...props} plain={plain} zoom={zoom} />}
      </ZoomFrame>
    </>
  );
}

function WideBoard({ width, ...props }: BoardProps & { width: number }) {
  const { map } = props;
  const room = window.innerHeight - ABOVE_BOARD;
  const whole = width - RIGHT;
  const fitting = useMemo(
    () => layoutColumns(map, { width: whole, height: bounded(room) }),
    [map, whole, room],
  );
  const inSky = fitting.sky !== null;
  // Without room in the sky the figures stand in a row above, and the board gives way.
  const height = bounded(inSky ? room : room - KPI_ROW);
  const plain = useMemo(() => {
    const layout = layoutColumns(map, { width: whole, height });
    return inSky ? layout : { ...layout, sky: null };
  }, [map, whole, height, inSky]);
  return (
    <>
      {inSky ? null : <KpiRow map={map} kpis={props.kpis} />}
      <ZoomFrame height={height + TOP}>
        {(zoom) => <ZoomedSkyline {...props} plain={plain} zoom={zoom} />}
      </ZoomFrame>
    </>
  );
}

const ZoomedSkyline = memo(function ZoomedSkyline({
  plain,
  zoom,
  ...props
}: BoardProps & { plain: SkylineLayout; zoom: number }) {
  const layout = useMemo(() => magnify(plain, zoom), [plain, zoom]);
  return <Skyline {...props} layout={layout} />;
});

function KpiRow({ map, kpis }: { map: BattleMap; kpis: readonly KpiName[] | undefined }) {
  return (
    <div className="mb-6">
      <Kpis map={map} shown={kpis} />
    </div>
  );
}

function Skyline({
  map,
  layout,
  filter,
  selection,
  onSelect,
  kpis,
  stickers,
}: BoardProps & { layout: SkylineLayout }) {
  const wide = layout.orientation === 'columns';
  const pins = useMemo(() => skylineBoard(layout), [layout]);
  const top = wide ? TOP : 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only passes arrow keys on to the tiles inside
    <div
      className="skyline relative"
      data-dimming={isFiltering(filter)}
      onKeyDown={walk}
      style={{
        width: layout.width + (wide ? RIGHT : 0),
        height: layout.height + top,
        paddingTop: top,
      }}
    >
      {layout.sky === null ? null : (
        <div
          className="absolute"
          style={{ left: layout.sky.x, top: Math.max(0, (layout.sky.height - 130) / 3) }}
        >
          <Kpis map={map} shown={kpis} />
        </div>
      )}
      <div className="absolute inset-x-0" style={{ top }}>
        {layout.columns.map((column) => (
          <ColumnFrame
            key={column.useCase.key}
            column={column}
            orientation={layout.orientation}
            onSelect={onSelect}
          />
        ))}
        {layout.columns.flatMap((column) =>
          column.tiles.map((laid) => (
            <TileButton
              key={laid.tile.key}
              laid={laid}
              useCase={column.useCase}
              dimmed={isDimmed(laid.tile, column.useCase.key, filter)}
              selected={selection?.kind === 'tile' && selection.key === laid.tile.key}
              onSelect={onSelect}
            />
          )),
        )}
        {stickers === undefined
          ? null
          : (map.stickers ?? []).map((sticker) => (
              <StickerNote key={sticker.id} sticker={sticker} board={pins} hands={stickers} />
            ))}
      </div>
    </div>
  );
}
