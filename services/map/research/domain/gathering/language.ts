import type { Language } from '@tokenholic/contracts';

const COMMON_ENGLISH = /\b(?:the|and|of|to|in|is|for|with|on|our|we|are|that)\b/gi;

/** zh by its script, en by its commonest words; null for anything else. */
export function detectLanguage(text: string): Language | null {
  const sample = text.slice(0, 4_000);
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  const kana = sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  if (han / letters > 0.2 && kana / letters < 0.08) return 'zh';
  const words = sample.split(/\s+/).length;
  const english = sample.match(COMMON_ENGLISH)?.length ?? 0;
  return words < 12 || english / words > 0.08
    ? /^[\p{Script=Latin}\P{L}]+$/u.test(sample) && (english > 0 || words < 12)
      ? 'en'
      : null
    : null;
}
