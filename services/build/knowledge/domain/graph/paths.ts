/** An edge as one of several passages may say it. */
export interface Edge {
  subject: string;
  object: string;
  confidence: number;
}

export interface Route<E extends Edge> {
  /** Keys from the first thing to the last. */
  keys: string[];
  /** What joins each with the next, surest first. */
  steps: E[][];
}

const isFigure = (key: string) => key.startsWith('price:') || key.startsWith('limit:');
const pairOf = (first: string, second: string) => [first, second].sort().join('\n');
const MOST_WALKED = 200;

/**
 * The shortest ways between two things, at most `longest` steps, surest first. `read` gives the relations of some things; it
 * is asked for one ring around the start after the other. A figure joins nothing: two things of one price are not related.
 */
export async function findRoutes<E extends Edge>(
  from: string,
  to: string,
  read: (keys: readonly string[]) => Promise<readonly E[]>,
  { longest, most }: { longest: number; most: number },
): Promise<Route<E>[]> {
  const edges = new Map<string, E[]>();
  const beside = new Map<string, Set<string>>();
  const distance = new Map([[from, 0]]);
  let frontier = [from];
  for (let ring = 1; ring <= longest && frontier.length > 0 && !distance.has(to); ring += 1) {
    const inner = new Set(frontier);
    for (const edge of await read(frontier)) {
      const { subject, object } = edge;
      if (!inner.has(subject) && !inner.has(object)) continue;
      const known = edges.get(pairOf(subject, object)) ?? [];
      if (!known.includes(edge)) edges.set(pairOf(subject, object), [...known, edge]);
      beside.set(subject, (beside.get(subject) ?? new Set()).add(object));
      beside.set(object, (beside.get(object) ?? new Set()).add(subject));
    }
    const next = frontier
      .flatMap((key) => [...(beside.get(key) ?? [])])
      .filter((key) => !distance.has(key) && (!isFigure(key) || key === to));
    for (const key of next) distance.set(key, ring);
    frontier = [...new Set(next)];
  }
  if (!distance.has(to)) return [];
  return waysBack(from, to, beside, distance)
    .map((keys) => ({
      keys,
      steps: keys.slice(1).map((key, at) => surestFirst(edges.get(pairOf(keys[at] ?? '', key)) ?? [])),
    }))
    .sort((first, second) => surety(second) - surety(first))
    .slice(0, most);
}

/** From the end step by step to where the distance is one less. */
function waysBack(
  from: string,
  to: string,
  beside: ReadonlyMap<string, ReadonlySet<string>>,
  distance: ReadonlyMap<string, number>,
): string[][] {
  let ways = [[to]];
  while (ways.some(([first]) => first !== from)) {
    ways = ways
      .flatMap((keys) => {
        const [first = ''] = keys;
        const nearer = (distance.get(first) ?? 0) - 1;
        const before = [...(beside.get(first) ?? [])].filter((key) => distance.get(key) === nearer);
        return before.map((key) => [key, ...keys]);
      })
      .slice(0, MOST_WALKED);
  }
  return ways;
}

const surestFirst = <E extends Edge>(edges: readonly E[]) =>
  edges.toSorted((first, second) => second.confidence - first.confidence);

/** A way is as sure as all its steps are together. */
const surety = ({ steps }: Route<Edge>) =>
  steps.reduce((product, [best]) => product * (best?.confidence ?? 0), 1);
