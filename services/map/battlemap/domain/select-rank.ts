/**
 * The value that would stand at a rank if the values were sorted, found by halving (Hoare's selection): in place and in linear time on
 * average. Afterwards nothing before the rank is larger and nothing behind it smaller, so that a further rank is sought on one side only.
 */
export function selectRank(values: Float64Array, rank: number, first = 0): number {
  let [low, high] = [first, values.length - 1];
  while (low < high) {
    // The middle of three keeps sorted values from being the worst case.
    const pivot = middle(values[low] ?? 0, values[(low + high) >> 1] ?? 0, values[high] ?? 0);
    let [left, right] = [low, high];
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left += 1;
      while ((values[right] ?? 0) > pivot) right -= 1;
      if (left > right) break;
      const kept = values[left] ?? 0;
      values[left] = values[right] ?? 0;
      values[right] = kept;
      left += 1;
      right -= 1;
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else break;
  }
  return values[rank] ?? 0;
}

function middle(a: number, b: number, c: number): number {
  return a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
}
