import type { Sticker } from '@tokenholic/contracts';
import { type PinBoard, STICKER, STICKER_INK, stickerBox, stickerPaper } from '../skyline/stickers.ts';
import type { Pen } from './pen.ts';

export function drawSticker(sticker: Sticker, board: PinBoard, { text, rect }: Pen): void {
  const { x, y, width, height, lines } = stickerBox(board, sticker);
  rect(x + 1.5, y + 2, width, height, '#10201C', ' fill-opacity="0.18" rx="2"');
  rect(x, y, width, height, stickerPaper[sticker.color], ' rx="2"');
  for (const [index, line] of lines.entries())
    text(x + STICKER.padding, y + STICKER.padding + 12 + index * STICKER.line, line, {
      size: STICKER.size,
      fill: STICKER_INK,
    });
}
