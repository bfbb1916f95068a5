import type { Sticker, StickerColor, StickerPlace } from '@tokenholic/contracts';
import type { SkylineLayout } from './layout.ts';
import { textWidth } from './text.ts';

/** Paper colours; dark ink on each reads well in both themes. Lime is not among them: it means "act here". */
export const stickerPaper: Record<StickerColor, string> = {
  yellow: '#FFE27A',
  pink: '#FFC9D6',
  blue: '#C4E1FF',
  green: '#CDEFC4',
};
export const STICKER_INK = '#10201C';
/** Size of a sticker, px: its width, what stands around its words, its line. */
export const STICKER = { width: 136, padding: 8, size: 12, line: 16, lines: 6 } as const;

export interface Point {
  x: number;
  y: number;
}

export const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** A picture stickers are pinned on: where a place is on it, and which place a point of it is. */
export interface PinBoard {
  width: number;
  height: number;
  /** Where the pin (the middle of a sticker's upper edge) is, px. */
  pinOf(place: StickerPlace): Point;
  /** The place of a pin: over the use case there, which it follows from now on. */
  placeOf(pin: Point): StickerPlace;
}

/** The skyline as a board, upright or on its side. */
export function skylineBoard(layout: SkylineLayout): PinBoard {
  const { width, height } = layout;
  return { width, height, pinOf: (place) => pinOf(layout, place), placeOf: (pin) => placeOf(layout, pin) };
}

function pinOf(layout: SkylineLayout, place: StickerPlace): Point {
  const column = layout.columns.find(({ useCase }) => useCase.key === place.anchor);
  const [x, y] = [within(place.x, 0, 1), within(place.y, 0, 1)];
  if (layout.orientation === 'columns') {
    const along = column === undefined ? x * layout.width : column.x + place.x * column.width;
    return { x: within(along, 0, layout.width), y: y * layout.height };
  }
  // The board lies on its side: use cases run down, bars run to the right.
  const along = column === undefined ? x * layout.height : column.y + place.x * column.height;
  return { x: (1 - y) * layout.width, y: within(along, 0, layout.height) };
}

function placeOf(layout: SkylineLayout, pin: Point): StickerPlace {
  const isColumns = layout.orientation === 'columns';
  const along = within(isColumns ? pin.x : pin.y, 0, isColumns ? layout.width : layout.height);
  const far = isColumns ? pin.y / layout.height : 1 - pin.x / layout.width;
  const start = (column: Point) => (isColumns ? column.x : column.y);
  // The last one that begins before the pin; the gap after it is its own.
  const column = layout.columns.findLast((candidate) => start(candidate) <= along) ?? layout.columns[0];
  const y = within(far, 0, 1);
  if (column === undefined) return { anchor: null, x: along / (isColumns ? layout.width : layout.height), y };
  const length = isColumns ? column.width : column.height;
  return { anchor: column.useCase.key, x: within((along - start(column)) / length, -1, 2), y };
}

/** The words of a sticker in lines that fit it; the last one ends with an ellipsis when there are more. */
export function stickerLines(text: string): string[] {
  const room = STICKER.width - 2 * STICKER.padding;
  const fits = (line: string) => textWidth(line, STICKER.size, false) <= room;
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    // A word stays whole; Chinese breaks anywhere.
    for (const piece of paragraph.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
      if (line !== '' && !fits((line + piece).trimEnd())) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += piece;
    }
    lines.push(line.trimEnd());
  }
  if (lines.length <= STICKER.lines) return lines;
  return [...lines.slice(0, STICKER.lines - 1), `${lines[STICKER.lines - 1]?.slice(0, -1) ?? ''}…`];
}

/** A place some way off on the picture, in parts of its width and height. */
export function movedPlace(
  board: PinBoard,
  place: StickerPlace,
  [right, down]: [number, number],
): StickerPlace {
  const { x, y } = board.pinOf(place);
  return board.placeOf({
    x: within(x + right * board.width, 0, board.width),
    y: within(y + down * board.height, 0, board.height),
  });
}

/** A sticker's box around its pin, inside the board. */
export function stickerBox(
  board: PinBoard,
  sticker: Pick<Sticker, 'place' | 'text'>,
): { x: number; y: number; width: number; height: number; lines: string[] } {
  const pin = board.pinOf(sticker.place);
  const lines = stickerLines(sticker.text);
  const height = lines.length * STICKER.line + 2 * STICKER.padding;
  return {
    x: within(pin.x - STICKER.width / 2, 0, Math.max(0, board.width - STICKER.width)),
    y: within(pin.y, 0, Math.max(0, board.height - height)),
    width: STICKER.width,
    ...{ height, lines },
  };
}
