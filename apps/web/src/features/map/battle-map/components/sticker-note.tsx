import type { Sticker, StickerPlace } from '@tokenholic/contracts';
import {
  movedPlace,
  type PinBoard,
  STICKER,
  STICKER_INK,
  stickerBox,
  stickerPaper,
} from '@tokenholic/presentation';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createPinDrag } from '../model/drag-pin';

export interface StickerHands {
  onMove: (sticker: Sticker, place: StickerPlace) => void;
  onOpen: (sticker: Sticker) => void;
  onRemove: (sticker: Sticker) => void;
}

/** One press of an arrow moves a sticker by this part of the board, with Shift four times as far. */
const STEP = 0.02;
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** Presses that follow each other within this are one move. */
const PAUSE_MILLISECONDS = 600;

/** A sticker on a picture: dragged by mouse or finger, moved with the arrows, opened by a press, taken off with Delete. */
export function StickerNote({
  sticker,
  board,
  hands,
}: {
  sticker: Sticker;
  board: PinBoard;
  /** Null: to look at only. */
  hands: StickerHands | null;
}) {
  const { t } = useTranslation('map');
  // Where it was put, until the map says so itself.
  const [put, setPut] = useState<{ place: StickerPlace; over: StickerPlace } | null>(null);
  const place = put !== null && put.over === sticker.place ? put.place : sticker.place;
  const box = stickerBox(board, { ...sticker, place });
  const latest = useRef({ sticker, hands });
  latest.current = { sticker, hands };
  const drag = useMemo(
    () =>
      createPinDrag((next) => {
        const now = latest.current;
        setPut({ place: next, over: now.sticker.place });
        now.hands?.onMove(now.sticker, next);
      }),
    [],
  );
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (hands === null) return;
    const arrow = ARROWS[event.key];
    if (event.key === 'Delete' || event.key === 'Backspace') hands.onRemove(sticker);
    else if (arrow !== undefined) {
      const size = event.shiftKey ? 4 * STEP : STEP;
      const next = movedPlace(board, place, [arrow[0] * size, arrow[1] * size]);
      setPut({ place: next, over: sticker.place });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => hands.onMove(sticker, next), PAUSE_MILLISECONDS);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const look = {
    ...{ left: box.x, top: box.y, width: box.width, minHeight: box.height, color: STICKER_INK },
    ...{ padding: STICKER.padding, fontSize: STICKER.size, lineHeight: `${STICKER.line}px` },
    background: stickerPaper[sticker.color],
  };
  const className =
    'absolute z-[5] block rounded-[2px] text-left break-words whitespace-pre-wrap shadow-[1px_2px_4px_rgb(16_32_28/0.28)]';
  const words = box.lines.join('\n');
  if (hands === null)
    return (
      <div className={className} style={look}>
        {words}
      </div>
    );
  return (
    <button
      type="button"
      data-sticker={sticker.id}
      aria-label={t('sticker.label', { text: sticker.text, by: sticker.by })}
      aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown Delete"
      className={`${className} cursor-grab touch-none select-none active:cursor-grabbing`}
      style={look}
      onKeyDown={onKeyDown}
      onPointerDown={drag.down}
      onPointerMove={drag.move}
      onPointerCancel={drag.cancel}
      onPointerUp={(event) => {
        const element = event.currentTarget;
        const wasDragged = drag.up(event, box, board);
        element.style.transform = '';
        // The click that follows a drag is not a press.
        if (wasDragged)
          element.addEventListener('click', (click) => click.stopPropagation(), {
            once: true,
            capture: true,
          });
      }}
      onClick={() => hands.onOpen(sticker)}
    >
      {words}
    </button>
  );
}
