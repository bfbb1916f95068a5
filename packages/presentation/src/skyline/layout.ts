import type { BattleMap, ProviderGroup, Tile, UseCaseColumn } from '@tokenholic/contracts';
import { groupOrder } from '../palette/palette.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How much a tile can say: everything, the name and tokens, its glyph, or nothing but a tooltip. */
export type TileText = 'full' | 'compact' | 'glyph' | 'none';

export interface LaidTile extends Box {
  tile: Tile;
  text: TileText;
}

export interface LaidColumn extends Box {
  useCase: UseCaseColumn;
  tiles: LaidTile[];
  /** Ends of the whisker along the tokens' axis, in the board's coordinates; null when there is no range to show. */
  whisker: { low: number; high: number; at: number } | null;
}

export interface SkylineLayout {
  orientation: 'columns' | 'rows';
  columns: LaidColumn[];
  /** May be wider than asked for when there are many use cases: the board scrolls. */
  width: number;
  height: number;
  /** Empty sky at the right for the figures, when there is room. */
  sky: Box | null;
  /** Tokens that one square pixel stands for: area is proportional to tokens everywhere. */
  tokensPerPixel: number;
}

export interface SkylineOptions {
  width: number;
  height: number;
  /** Space above the columns for growth and winnable labels, below for names (columns only). */
  labelAbove?: number;
  labelBelow?: number;
}

const GAP = 12;
const TILE_GAP = 2;
/** Columns down to an eighth of the largest side are kept wide enough to touch; the board scrolls when that does not fit. */
const MINIMUM_COLUMN = 28;
const MINIMUM_PART = 8;
const SKY_WIDTH = 640;
const SKY_HEIGHT = 112;

/** Ours first, then by family; within a family the largest first. */
export function stackOrder(tiles: readonly Tile[]): Tile[] {
  const rank = (group: ProviderGroup) => groupOrder.indexOf(group);
  return [...tiles].sort(
    (a, b) => rank(a.group) - rank(b.group) || b.tokensPerYear.mid - a.tokensPerYear.mid,
  );
}

/** Largest use case first. */
export function columnOrder(useCases: readonly UseCaseColumn[]): UseCaseColumn[] {
  return useCases
    .filter((useCase) => useCase.tokensPerYear.mid > 0)
    .sort((a, b) => b.tokensPerYear.mid - a.tokensPerYear.mid);
}

/**
 * The skyline: width ∝ √t and height ∝ √t, so a column's area is exactly proportional to its tokens t.
 * The widths fill the board; the height scale is then whatever makes the tallest column fit.
 */
export function layoutColumns(map: Pick<BattleMap, 'useCases'>, options: SkylineOptions): SkylineLayout {
  const above = options.labelAbove ?? 44;
  const below = options.labelBelow ?? 64;
  const useCases = columnOrder(map.useCases);
  const roots = useCases.map((useCase) => Math.sqrt(useCase.tokensPerYear.mid));
  const sum = roots.reduce((total, root) => total + root, 0);
  const gaps = GAP * Math.max(0, useCases.length - 1);
  const smallest = Math.min(...roots);
  const fitting = (options.width - gaps) / (sum || 1);
  // A column too narrow to read or touch widens the whole board, so that proportions hold.
  const widthScale =
    useCases.length === 0
      ? 1
      : Math.max(fitting, MINIMUM_COLUMN / Math.max(smallest, (roots[0] ?? 1) / MINIMUM_PART));
  const tallest = options.height - above - below;
  const heightScale = tallest / (roots[0] ?? 1);
  const baseline = options.height - below;
  let x = 0;
  const columns = useCases.map((useCase, index) => {
    const root = roots[index] ?? 0;
    const width = Math.max(1, root * widthScale);
    const height = root * heightScale;
    const box = { x, y: baseline - height, width, height };
    x += width + GAP;
    const { low, high } = useCase.tokensPerYear;
    return {
      ...box,
      useCase,
      tiles: stackTiles(useCase, box),
      // The ends stand where the column would end with those tokens: height goes with the root.
      whisker:
        high > low
          ? {
              low: baseline - Math.sqrt(low) * heightScale,
              high: Math.max(0, baseline - Math.sqrt(high) * heightScale),
              at: box.x + width + 4,
            }
          : null,
    };
  });
  const width = Math.max(options.width, x - GAP);
  const tokensPerPixel = 1 / (widthScale * heightScale);
  return {
    orientation: 'columns',
    columns,
    width,
    height: options.height,
    sky: findSky(columns, width, above),
    tokensPerPixel,
  };
}

/** The same columns at a multiple of their size: what was too small for words gets them, and every place stays where a stretched picture would have it. */
export function magnify(layout: SkylineLayout, factor: number): SkylineLayout {
  if (factor === 1) return layout;
  const says = layout.orientation === 'rows' ? rowText : tileText;
  const times = <T extends Box>(box: T): T => ({
    ...box,
    x: box.x * factor,
    y: box.y * factor,
    width: box.width * factor,
    height: box.height * factor,
  });
  return {
    ...layout,
    columns: layout.columns.map((column) => ({
      ...times(column),
      tiles: column.tiles.map((laid) => ({
        ...times(laid),
        text: says(laid.width * factor, laid.height * factor),
      })),
      whisker:
        column.whisker === null
          ? null
          : {
              low: column.whisker.low * factor,
              high: column.whisker.high * factor,
              at: (column.x + column.width) * factor + 4,
            },
    })),
    width: layout.width * factor,
    height: layout.height * factor,
    sky: null,
    tokensPerPixel: layout.tokensPerPixel / factor ** 2,
  };
}

/**
 * The same columns on a page that is narrower than they are: all widths give way by one factor, so that areas keep their
 * proportions, and words are fitted anew rather than squeezed.
 */
export function fitToWidth(layout: SkylineLayout, width: number): SkylineLayout {
  if (layout.width <= width) return layout;
  const factor = width / layout.width;
  return {
    ...layout,
    columns: layout.columns.map((column) => ({
      ...column,
      x: column.x * factor,
      width: column.width * factor,
      tiles: column.tiles.map((laid) => ({
        ...laid,
        x: laid.x * factor,
        width: laid.width * factor,
        text: tileText(laid.width * factor, laid.height),
      })),
      whisker:
        column.whisker === null ? null : { ...column.whisker, at: (column.x + column.width) * factor + 4 },
    })),
    width,
    sky:
      layout.sky === null
        ? null
        : { ...layout.sky, x: layout.sky.x * factor, width: layout.sky.width * factor },
    tokensPerPixel: layout.tokensPerPixel / factor,
  };
}

function stackTiles(useCase: UseCaseColumn, column: Box): LaidTile[] {
  let bottom = column.y + column.height;
  return stackOrder(useCase.tiles).map((tile, index) => {
    const full = tile.share * column.height;
    const gap = index === 0 ? 0 : TILE_GAP;
    const height = Math.max(0.5, full - gap);
    const laid = {
      tile,
      x: column.x,
      y: bottom - gap - height,
      width: column.width,
      height,
      text: tileText(column.width, height),
    };
    bottom -= full;
    return laid;
  });
}

/** What fits on a tile of this size. */
export function tileText(width: number, height: number): TileText {
  if (height < 18 || width < 20) return 'none';
  if (height < 30 || width < 60) return 'glyph';
  return height >= 48 && width >= 84 ? 'full' : 'compact';
}

/** The right-most free rectangle above the columns that is large enough for three figures. */
function findSky(columns: readonly LaidColumn[], width: number, above: number): Box | null {
  for (const [index, column] of columns.entries()) {
    const left = index === 0 ? 0 : column.x + 16;
    const top = Math.min(
      ...columns.slice(index).flatMap((later) => [later.y - above, (later.whisker?.high ?? later.y) - 6]),
    );
    if (index > 0 && top >= SKY_HEIGHT && width - left >= SKY_WIDTH)
      return { x: left, y: 0, width: width - left, height: top };
  }
  return null;
}

const ROW_GAP = 14;
const ROW_LABEL = 26;
const ROW_HEIGHT = 92;
const ROW_MINIMUM = 44;

/** The skyline turned for narrow screens: a row a use case, length and height ∝ √t. */
export function layoutRows(map: Pick<BattleMap, 'useCases'>, width: number): SkylineLayout {
  const useCases = columnOrder(map.useCases);
  const largest = Math.sqrt(useCases[0]?.tokensPerYear.mid ?? 1);
  let y = 0;
  const columns = useCases.map((useCase) => {
    const ratio = Math.sqrt(useCase.tokensPerYear.mid) / largest;
    // Touch needs its height: below it the length gives way, and the area stays in proportion.
    const height = Math.max(ROW_MINIMUM, ROW_HEIGHT * ratio);
    const area = width * ROW_HEIGHT * ratio * ratio;
    const box = { x: 0, y: y + ROW_LABEL, width: Math.max(8, area / height), height };
    y += ROW_LABEL + height + ROW_GAP;
    return { ...box, useCase, tiles: rowTiles(useCase, box), whisker: null };
  });
  return {
    orientation: 'rows',
    columns,
    width,
    height: Math.max(0, y - ROW_GAP),
    sky: null,
    tokensPerPixel: largest ** 2 / (width * ROW_HEIGHT),
  };
}

function rowTiles(useCase: UseCaseColumn, row: Box): LaidTile[] {
  let left = row.x;
  return stackOrder(useCase.tiles).map((tile, index) => {
    const full = tile.share * row.width;
    const gap = index === 0 ? 0 : TILE_GAP;
    const laid = {
      tile,
      x: left + gap,
      y: row.y,
      width: Math.max(0.5, full - gap),
      height: row.height,
      text: rowText(full, row.height),
    };
    left += full;
    return laid;
  });
}

function rowText(width: number, height: number): TileText {
  if (width < 16) return 'none';
  if (width < 74) return 'glyph';
  return height >= 48 && width >= 100 ? 'full' : 'compact';
}

/** A headline cut into plain and highlighted pieces. */
export function headlineParts(text: string, highlight: string): { text: string; marked: boolean }[] {
  const at = highlight === '' ? -1 : text.indexOf(highlight);
  if (at < 0) return [{ text, marked: false }];
  return [
    { text: text.slice(0, at), marked: false },
    { text: highlight, marked: true },
    { text: text.slice(at + highlight.length), marked: false },
  ].filter((part) => part.text !== '');
}
