/** A picture is not made larger than this many times. */
export const LARGEST = 5;

/** How a picture is seen: how large, and from where its window begins. */
export interface Look {
  zoom: number;
  left: number;
  top: number;
}

export interface Sizes {
  /** Of the picture at its plain size. */
  width: number;
  height: number;
  window: { width: number; height: number };
}

interface Point {
  x: number;
  y: number;
}

/** Larger or smaller by a factor; what is at a point of the window stays there, or comes to another point, as far as the picture's edges allow. */
export function magnified(look: Look, factor: number, at: Point, sizes: Sizes, to: Point = at): Look {
  const zoom = Math.min(LARGEST, Math.max(1, look.zoom * factor));
  const grown = zoom / look.zoom;
  const within = (start: number, whole: number, seen: number) =>
    Math.min(Math.max(0, whole * zoom - seen), Math.max(0, start));
  return {
    zoom,
    left: within((look.left + at.x) * grown - to.x, sizes.width, sizes.window.width),
    top: within((look.top + at.y) * grown - to.y, sizes.height, sizes.window.height),
  };
}
