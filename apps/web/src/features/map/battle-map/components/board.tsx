import type { BattleMap } from '@tokenholic/contracts';
import { layoutColumns, layoutRows } from '@tokenholic/presentation';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type Filter, isFiltering } from '../model/filter';
import type { Selection } from '../model/selection';
import { ColumnFrame } from './column-frame';
import { Kpis } from './kpis';
import { TileButton } from './tile-button';

interface BoardProps {
  map: BattleMap;
  filter: Filter;
  selection: Selection | null;
  onSelect: (selection: Selection) => void;
}

const NARROW = 680;
const TOP = 24;
const ABOVE_BOARD = 248;
const KPI_ROW = 128;
const bounded = (height: number) => Math.max(420, Math.min(760, height));

/** The skyline itself: columns on a desk, rows on a phone. Tiles are buttons; arrow keys walk over them. */
export function Board({ map, filter, selection, onSelect }: BoardProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const narrow = width < NARROW;
  const layout = useMemo(() => {
    if (width === 0) return null;
    if (narrow) return layoutRows(map, width);
    const room = window.innerHeight - ABOVE_BOARD;
    const inSky = layoutColumns(map, { width: width - 12, height: bounded(room) });
    // Without room in the sky the figures stand in a row above, and the board gives way.
    return inSky.sky === null
      ? layoutColumns(map, { width: width - 12, height: bounded(room - KPI_ROW) })
      : inSky;
  }, [map, width, narrow]);
  return (
    <div ref={frame} className="mt-4">
      {layout === null ? null : (
        <>
          {layout.sky === null ? (
            <div className="mb-6">
              <Kpis map={map} />
            </div>
          ) : null}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: only passes arrow keys on to the tiles inside */}
          <div className="overflow-x-auto overflow-y-hidden pb-2" onKeyDown={walk}>
            <div
              className="skyline relative"
              data-dimming={isFiltering(filter)}
              style={{
                width: narrow ? layout.width : layout.width + 12,
                height: layout.height + (narrow ? 0 : TOP),
                paddingTop: narrow ? 0 : TOP,
              }}
            >
              {layout.sky === null ? null : (
                <div
                  className="absolute"
                  style={{ left: layout.sky.x, top: Math.max(0, (layout.sky.height - 130) / 3) }}
                >
                  <Kpis map={map} />
                </div>
              )}
              <div className="absolute inset-x-0" style={{ top: narrow ? 0 : TOP }}>
                {layout.columns.map((column) => (
                  <ColumnFrame
                    key={column.useCase.key}
                    column={column}
                    orientation={layout.orientation}
                    baseline={layout.height}
                    onSelect={onSelect}
                  />
                ))}
                {layout.columns.flatMap((column) =>
                  column.tiles.map((laid) => (
                    <TileButton
                      key={laid.tile.key}
                      laid={laid}
                      useCase={column.useCase}
                      filter={filter}
                      selected={selection?.kind === 'tile' && selection.key === laid.tile.key}
                      onSelect={onSelect}
                    />
                  )),
                )}
              </div>
            </div>
          </div>
        </>
      )}
    </div>
  );
}

/** Moves to the nearest tile in the direction of the arrow. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const directions: Record<string, [number, number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  const direction = directions[event.key];
  if (
    direction === undefined ||
    !(event.target instanceof HTMLElement) ||
    event.target.dataset.tile === undefined
  )
    return;
  const from = event.target.getBoundingClientRect();
  const center = (box: DOMRect) => [box.x + box.width / 2, box.y + box.height / 2] as const;
  const [x, y] = center(from);
  const ahead = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-tile]')]
    .map((element) => ({ element, place: center(element.getBoundingClientRect()) }))
    .map(({ element, place: [px, py] }) => {
      const along = (px - x) * direction[0] + (py - y) * direction[1];
      const aside = Math.abs((px - x) * direction[1]) + Math.abs((py - y) * direction[0]);
      return { element, along, distance: along + aside * 2 };
    })
    .filter(({ along }) => along > 1)
    .sort((a, b) => a.distance - b.distance)[0];
  if (ahead === undefined) return;
  event.preventDefault();
  ahead.element.focus();
}
