import type { GraphNeighbourhood } from '@tokenholic/contracts';

export interface Spot {
  key: string;
  x: number;
  y: number;
  /** Where its name stands: beside the dot, away from the middle. */
  anchor: 'start' | 'middle' | 'end';
}

export interface Ring {
  centre: Spot;
  around: Spot[];
}

/** Places the neighbours of a thing around it, those of one kind side by side, from the top clockwise. */
export function ringOf(
  { entity, neighbours }: Pick<GraphNeighbourhood, 'entity' | 'neighbours'>,
  width: number,
  height: number,
): Ring {
  const [middleX, middleY] = [width / 2, height / 2];
  const sorted = neighbours.toSorted(
    (first, second) => first.kind.localeCompare(second.kind) || second.passages - first.passages,
  );
  const around = sorted.map(({ key }, at): Spot => {
    const angle = (at / sorted.length) * 2 * Math.PI - Math.PI / 2;
    const [across, down] = [Math.cos(angle), Math.sin(angle)];
    return {
      ...{ key, x: middleX + across * width * 0.27, y: middleY + down * height * 0.41 },
      anchor: Math.abs(across) < 0.2 ? 'middle' : across > 0 ? 'start' : 'end',
    };
  });
  return { centre: { key: entity.key, x: middleX, y: middleY, anchor: 'middle' }, around };
}

/** A name short enough to stand in the picture; the table has it whole. */
export function shortName(name: string, longest = 18): string {
  const width = (text: string) => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
  if (width(name) <= longest) return name;
  let short = '';
  for (const character of name) {
    if (width(`${short}${character}`) >= longest) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}
