/** Chinese by its punctuation, or by a fifth of its letters: names of models and companies may be written in the other script. */
export function isChinese(text: string): boolean {
  if (/[，。；：、？！]/.test(text)) return true;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han > 0 && han * 5 >= letters;
}
