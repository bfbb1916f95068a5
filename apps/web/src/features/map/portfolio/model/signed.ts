/** A change with its sign in words of one format: `+3.2T`, `−¥1.2M`, `±0`. */
export function signed(change: number, format: (value: number) => string): string {
  if (change === 0) return '±0';
  return `${change > 0 ? '+' : '−'}${format(Math.abs(change))}`;
}
