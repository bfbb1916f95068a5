/** What a new reading of a document changes. */
export interface ChunkChange<Old, New> {
  kept: { old: Old; ordinal: number }[];
  added: { chunk: New; ordinal: number }[];
  removed: Old[];
}

/** Compares by what the passages say: those that are still there keep their number, wherever they stand now. */
export function changeOf<Old extends { hash: string }, New extends { hash: string }>(
  before: readonly Old[],
  now: readonly New[],
): ChunkChange<Old, New> {
  const left = new Map<string, Old[]>();
  for (const old of before) left.set(old.hash, [...(left.get(old.hash) ?? []), old]);
  const change: ChunkChange<Old, New> = { kept: [], added: [], removed: [] };
  now.forEach((chunk, ordinal) => {
    const old = left.get(chunk.hash)?.shift();
    if (old === undefined) change.added.push({ chunk, ordinal });
    else change.kept.push({ old, ordinal });
  });
  change.removed = [...left.values()].flat();
  return change;
}
