import type { StickerPlace } from '@tokenholic/contracts';
import { type PinBoard, STICKER } from '@tokenholic/presentation';

/** Less than this is a press that trembled, px. */
const TREMBLE = 4;

interface Drag {
  element: HTMLElement;
  pointer: number;
  from: { x: number; y: number };
  moved: boolean;
}

/** Follows a pointer that drags a sticker. The element is moved by a transform alone; the map hears of it at the end. */
export function createPinDrag(onDrop: (place: StickerPlace) => void) {
  let drag: Drag | null = null;
  const offset = (event: PointerEvent | React.PointerEvent, { from }: Drag) => ({
    x: event.clientX - from.x,
    y: event.clientY - from.y,
  });
  return {
    down: (event: React.PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      const element = event.currentTarget;
      element.setPointerCapture(event.pointerId);
      drag = {
        element,
        pointer: event.pointerId,
        from: { x: event.clientX, y: event.clientY },
        moved: false,
      };
    },
    move: (event: React.PointerEvent<HTMLElement>) => {
      if (drag === null || drag.pointer !== event.pointerId) return;
      const { x, y } = offset(event, drag);
      if (!drag.moved && Math.hypot(x, y) < TREMBLE) return;
      drag.moved = true;
      drag.element.style.transform = `translate(${x}px, ${y}px) rotate(-1deg)`;
    },
    /** Says whether it was a drag; otherwise it was a press. */
    up: (event: React.PointerEvent<HTMLElement>, box: { x: number; y: number }, board: PinBoard) => {
      const ended = drag;
      drag = null;
      if (ended === null || !ended.moved) return false;
      const { x, y } = offset(event, ended);
      onDrop(board.placeOf({ x: box.x + x + STICKER.width / 2, y: box.y + y }));
      return true;
    },
    cancel: () => {
      if (drag !== null) drag.element.style.transform = '';
      drag = null;
    },
  };
}
