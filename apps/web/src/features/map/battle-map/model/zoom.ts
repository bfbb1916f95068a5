import { startTransition } from 'react';
import { type Look, magnified, type Sizes } from './magnified';

/** The hand rests when it has not moved for this long. */
const REST_MILLISECONDS = 160;

export interface ScreenPoint {
  clientX: number;
  clientY: number;
}

export interface Zoom {
  /** Makes the picture larger by a factor, about a point of the screen or the middle of the window; the point may move on meanwhile. */
  by(factor: number, point?: ScreenPoint, to?: ScreenPoint): void;
  /** The hand has left the picture: it is laid out now. */
  rest(): void;
  /** The picture has been laid out at this size: the stretching ends, the window stands where it was. */
  laidOut(zoom: number): void;
  end(): void;
}

/** One movement of the hand: how the picture looks by now, how it was laid out and scrolled, and what was measured at its start. */
interface Gesture {
  look: Look;
  from: Look;
  corner: { left: number; top: number };
  sizes: Sizes;
}

/** Stretches a layer inside a window that scrolls. Sizes are read once a gesture; a frame writes one transform and reads nothing. */
export function createZoom(window: HTMLElement, layer: HTMLElement, layOut: (zoom: number) => void): Zoom {
  let laid = 1;
  let gesture: Gesture | null = null;
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const begin = (): Gesture => {
    const from = { zoom: laid, left: window.scrollLeft, top: window.scrollTop };
    const { left, top } = window.getBoundingClientRect();
    return {
      look: from,
      from,
      corner: { left, top },
      sizes: {
        width: layer.offsetWidth / laid,
        height: layer.offsetHeight / laid,
        window: { width: window.clientWidth, height: window.clientHeight },
      },
    };
  };
  const draw = () => {
    frame = 0;
    if (gesture === null) return;
    const { look, from } = gesture;
    layer.style.transform = `translate(${from.left - look.left}px, ${from.top - look.top}px) scale(${look.zoom / laid})`;
  };
  const settle = () => {
    if (gesture === null) return;
    const { zoom } = gesture.look;
    if (zoom === laid) api.laidOut(zoom);
    else startTransition(() => layOut(zoom));
  };
  const api: Zoom = {
    by: (factor, point, to) => {
      gesture ??= begin();
      const { corner, sizes } = gesture;
      const inWindow = ({ clientX, clientY }: ScreenPoint) => ({
        x: clientX - corner.left,
        y: clientY - corner.top,
      });
      const at =
        point === undefined ? { x: sizes.window.width / 2, y: sizes.window.height / 2 } : inWindow(point);
      gesture.look = magnified(gesture.look, factor, at, sizes, to === undefined ? at : inWindow(to));
      if (frame === 0) frame = requestAnimationFrame(draw);
      clearTimeout(rest);
      rest = setTimeout(settle, REST_MILLISECONDS);
    },
    rest: () => {
      clearTimeout(rest);
      settle();
    },
    laidOut: (zoom) => {
      laid = zoom;
      if (gesture === null) return;
      const { look, from } = gesture;
      if (look.zoom !== zoom) {
        // The hand moved on while the picture was laid out: it goes on from there.
        gesture = { ...gesture, from: { zoom, left: window.scrollLeft, top: window.scrollTop } };
        draw();
        return;
      }
      gesture = null;
      layer.style.transform = '';
      // A finger may have scrolled on since the hand let go.
      const left = look.left + window.scrollLeft - from.left;
      const top = look.top + window.scrollTop - from.top;
      window.scrollTo({ left, top, behavior: 'instant' });
    },
    end: () => {
      clearTimeout(rest);
      cancelAnimationFrame(frame);
    },
  };
  return api;
}
