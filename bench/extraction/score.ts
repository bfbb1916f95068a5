/** Right, found and wanted answers of a measurement, summed over its texts. */
export interface Count {
  right: number;
  found: number;
  wanted: number;
}

export const emptyCount = (): Count => ({ right: 0, found: 0, wanted: 0 });

/** Adds one text's answers to a count. Answers are compared as sets. */
export function addTo(into: Count, found: readonly string[], wanted: readonly string[]): void {
  const [a, b] = [new Set(found), new Set(wanted)];
  into.right += [...a].filter((item) => b.has(item)).length;
  into.found += a.size;
  into.wanted += b.size;
}

/** Recall, precision and their harmonic mean as one line. */
export function show({ right, found, wanted }: Count): string {
  const recall = right / Math.max(1, wanted);
  const precision = right / Math.max(1, found);
  const f1 = (2 * recall * precision) / Math.max(1e-9, recall + precision);
  return `recall ${recall.toFixed(3)} precision ${precision.toFixed(3)} F1 ${f1.toFixed(3)}`;
}

/** Answers without the unknown ones. */
export const present = (ids: readonly (string | null)[]): string[] => ids.filter((id) => id !== null);
