import { fitText, textWidth } from '../skyline/text.ts';

/** A text on so many lines at most; Chinese breaks anywhere, other scripts between words. */
export function wrapText(text: string, width: number, size: number, bold: boolean, most: number): string[] {
  const pieces = text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? [];
  const wrapped: string[] = [];
  let line = '';
  for (const [at, piece] of pieces.entries()) {
    if (line === '' || textWidth((line + piece).trimEnd(), size, bold) <= width) {
      line += piece;
      continue;
    }
    if (wrapped.length === most - 1)
      return [...wrapped, fitText(line + pieces.slice(at).join(''), width, size, bold)];
    wrapped.push(line.trimEnd());
    line = piece;
  }
  return [...wrapped, fitText(line.trimEnd(), width, size, bold)].filter((each) => each !== '');
}
