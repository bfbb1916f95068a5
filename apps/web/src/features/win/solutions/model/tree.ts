interface Node {
  number: number;
  parent: number | null;
}

/** How far each version is indented: a straight line of versions stays straight, every further child begins a branch. */
export function depthsOf(versions: readonly Node[]): Map<number, number> {
  const depths = new Map<number, number>();
  const children = new Map<number, number>();
  for (const { number, parent } of versions) {
    if (parent === null) {
      depths.set(number, 0);
      continue;
    }
    const before = children.get(parent) ?? 0;
    children.set(parent, before + 1);
    depths.set(number, (depths.get(parent) ?? 0) + (before === 0 ? 0 : 1));
  }
  return depths;
}
