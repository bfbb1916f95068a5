import type { ScreenPoint, Zoom } from './zoom';

interface Span {
  distance: number;
  middle: ScreenPoint;
}

/** Between two fingers on the screen; null when there are fewer or more. */
function spanOf({ touches }: TouchEvent): Span | null {
  const [one, other] = touches;
  if (one === undefined || other === undefined || touches.length > 2) return null;
  return {
    distance: Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)),
    middle: {
      clientX: (one.clientX + other.clientX) / 2,
      clientY: (one.clientY + other.clientY) / 2,
    },
  };
}

/**
 * Two fingers stretch the picture and carry it along; one finger is left to the browser, which scrolls without asking us. Touch
 * events and not pointer events: only they let the browser keep the one and leave us the other. Gives back how to stop.
 */
export function followPinch(window: HTMLElement, zoom: Zoom): () => void {
  let last: Span | null = null;
  const start = (event: TouchEvent) => {
    last = spanOf(event);
    if (last !== null && event.cancelable) event.preventDefault();
  };
  const move = (event: TouchEvent) => {
    const span = spanOf(event);
    if (last === null || span === null) return;
    if (event.cancelable) event.preventDefault();
    zoom.by(span.distance / last.distance, last.middle, span.middle);
    last = span;
  };
  const end = (event: TouchEvent) => {
    if (last === null) return;
    last = spanOf(event);
    if (last === null) zoom.rest();
  };
  window.addEventListener('touchstart', start, { passive: false });
  window.addEventListener('touchmove', move, { passive: false });
  window.addEventListener('touchend', end);
  window.addEventListener('touchcancel', end);
  return () => {
    window.removeEventListener('touchstart', start);
    window.removeEventListener('touchmove', move);
    window.removeEventListener('touchend', end);
    window.removeEventListener('touchcancel', end);
  };
}
