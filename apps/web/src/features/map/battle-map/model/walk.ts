import type { KeyboardEvent } from 'react';

/** Moves to the nearest tile in the direction of the arrow. */
export function walk(event: KeyboardEvent<HTMLDivElement>): void {
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
