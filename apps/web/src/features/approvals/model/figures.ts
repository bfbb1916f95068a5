/** An amount as it was typed, in CNY: null for an empty box, undefined for what cannot be read. */
export function readFigure(text: string): number | null | undefined {
  const folded = text.normalize('NFKC').replace(/[\s,¥]/g, '');
  if (folded === '') return null;
  const match = /^(\d+(?:\.\d+)?)(万|亿|k|m)?$/i.exec(folded);
  if (match === null) return undefined;
  const unit = { '': 1, 万: 1e4, 亿: 1e8, k: 1e3, m: 1e6 }[(match[2] ?? '').toLowerCase()];
  const value = Number(match[1]) * (unit ?? 1);
  return value <= 1e13 ? value : undefined;
}
