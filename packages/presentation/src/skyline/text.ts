/** Estimated width in pixels, for places that cannot measure: full-width characters are one em, Latin a little over half. */
export function textWidth(text: string, size: number, bold: boolean): number {
  let ems = 0;
  for (const character of text) {
    if (/[\u2e80-\uffef]/.test(character)) ems += 1;
    else if (/[mwMW%—]/.test(character)) ems += 0.88;
    else if (/[A-Z0-9¥$]/.test(character)) ems += 0.6;
    else if (/[ilj.,:;|!'’ ]/.test(character)) ems += 0.28;
    else ems += 0.54;
  }
  return ems * size * (bold ? 1.04 : 1);
}

/** The text, or as much of it as fits with an ellipsis. */
export function fitText(text: string, width: number, size: number, bold: boolean): string {
  if (textWidth(text, size, bold) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size, bold) > width) characters.pop();
  return `${characters.join('')}…`;
}
