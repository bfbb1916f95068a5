export interface Point {
  x: number;
  y: number;
}

export interface Rectangle extends Point {
  width: number;
  height: number;
}

/** The gap to the right of a column. */
export interface Street {
  left: number;
  right: number;
}

export interface Journey {
  source: Rectangle;
  target: Rectangle;
  boxes: readonly Rectangle[];
  streets: readonly Street[];
  /** A line above all boxes, and one below them, that are always free. */
  corridor: number;
  floor: number;
  leavesAt: number;
  arrivesAt: number;
  /** Where in a street this line runs: 0 to 1. */
  track: number;
}

/** Corner points of a line between two boxes that crosses none: along the streets between columns, over or under what stands between. */
export function routeOf(journey: Journey): Point[] {
  const { source, target, leavesAt, arrivesAt } = journey;
  if (target.y > journey.floor) return toBand(journey);
  if (source.y > journey.floor)
    return toBand({ ...journey, source: target, target: source, leavesAt: arrivesAt }).reverse();
  if (source.x === target.x) return inColumn(journey);
  const forward = target.x > source.x;
  const [left, right] = forward ? [source, target] : [target, source];
  const [from, to] = forward ? [leavesAt, arrivesAt] : [arrivesAt, leavesAt];
  const points = acrossColumns(journey, left, right, from, to);
  return forward ? points : points.reverse();
}

const trackIn = ({ streets, track }: Journey, after: number) => {
  const street = streets.find(({ left }) => left >= after - 1);
  return street === undefined ? after + 20 : street.left + (street.right - street.left) * track;
};

function acrossColumns(
  journey: Journey,
  left: Rectangle,
  right: Rectangle,
  from: number,
  to: number,
): Point[] {
  const start = { x: left.x + left.width, y: from };
  const end = { x: right.x, y: to };
  const first = trackIn(journey, start.x);
  const last = right.x - (journey.streets[0] === undefined ? 20 : widthOf(journey)) * (1 - journey.track);
  // Next to each other: one street, one turn.
  if (Math.abs(first - last) < 1) return tidy([start, { x: first, y: from }, { x: first, y: to }, end]);
  const between = journey.boxes.filter(({ x }) => x > start.x && x < right.x);
  const isFree = (y: number) => between.every((box) => y < box.y - 4 || y > box.y + box.height + 4);
  const level = [from, to].find(isFree) ?? journey.corridor + 14 * journey.track;
  return tidy([
    start,
    { x: first, y: from },
    { x: first, y: level },
    { x: last, y: level },
    { x: last, y: to },
    end,
  ]);
}

const widthOf = ({ streets }: Journey) => {
  const [street] = streets;
  return street === undefined ? 20 : street.right - street.left;
};

/** Straight down to the next box, or round those between by the street on the right. */
function inColumn(journey: Journey): Point[] {
  const { source, target, boxes, leavesAt, arrivesAt } = journey;
  const [upper, lower] = source.y < target.y ? [source, target] : [target, source];
  const isNext = !boxes.some(({ x, y }) => x === source.x && y > upper.y && y < lower.y);
  const middle = source.x + source.width / 2;
  if (isNext) {
    const down = [
      { x: middle, y: upper.y + upper.height },
      { x: middle, y: lower.y },
    ];
    return source === upper ? down : down.reverse();
  }
  const end = source.x + source.width;
  const street = trackIn(journey, end);
  return [
    { x: end, y: leavesAt },
    { x: street, y: leavesAt },
    { x: street, y: arrivesAt },
    { x: end, y: arrivesAt },
  ];
}

/** Down the street to the band below, then along it. */
function toBand(journey: Journey): Point[] {
  const { source, target, leavesAt, floor, track } = journey;
  const into = target.x + target.width * (0.3 + 0.4 * track);
  if (source.y > floor)
    return inColumn({
      ...journey,
      arrivesAt: target.y + target.height / 2,
      leavesAt: source.y + source.height / 2,
    });
  const end = source.x + source.width;
  const street = trackIn(journey, end);
  return tidy([
    { x: end, y: leavesAt },
    { x: street, y: leavesAt },
    { x: street, y: floor - 2 },
    { x: into, y: floor - 2 },
    { x: into, y: target.y },
  ]);
}

/** Without points that lie on the way anyhow. */
function tidy(points: readonly Point[]): Point[] {
  return points.filter((point, at) => {
    const [before, after] = [points[at - 1], points[at + 1]];
    if (before === undefined) return true;
    if (before.x === point.x && before.y === point.y) return false;
    if (after === undefined) return true;
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
}

const RADIUS = 7;

/** The same as an SVG path with rounded corners. */
export function pathOf(points: readonly Point[]): string {
  const [start] = points;
  if (start === undefined) return '';
  let path = `M${round(start.x)} ${round(start.y)}`;
  for (const [at, point] of points.entries()) {
    const [before, after] = [points[at - 1], points[at + 1]];
    if (before === undefined) continue;
    if (after === undefined) {
      path += `L${round(point.x)} ${round(point.y)}`;
      continue;
    }
    const enter = towards(point, before);
    const leave = towards(point, after);
    path += `L${round(enter.x)} ${round(enter.y)}Q${round(point.x)} ${round(point.y)} ${round(leave.x)} ${round(leave.y)}`;
  }
  return path;
}

const round = (value: number) => Math.round(value * 10) / 10;

function towards(from: Point, to: Point): Point {
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const step = Math.min(RADIUS, length / 2);
  return {
    x: from.x + Math.sign(to.x - from.x) * step,
    y: from.y + Math.sign(to.y - from.y) * step,
  };
}
