import type { Language } from '@tokenholic/contracts';

/** What a text is made of for the word model: characters and pairs of them in Chinese, stems, pairs and beginnings of words in English. */
export function featuresOf(text: string, language: Language): string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  return [...new Set(language === 'zh' ? chinese(plain) : english(plain))];
}

function chinese(text: string): string[] {
  const parts = text.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
  return parts.flatMap((part) => {
    const characters = [...part];
    return characters.flatMap((_, at) =>
      [1, 2, 3].flatMap((size) =>
        at + size <= characters.length ? [characters.slice(at, at + size).join('')] : [],
      ),
    );
  });
}

function english(text: string): string[] {
  const words = (text.match(/[a-z]+(?:'[a-z]+)?|\d+/g) ?? []).map(stem);
  return [
    ...words,
    ...words.slice(1).map((word, index) => `${words[index]} ${word}`),
    ...words.filter((word) => word.length > 5).map((word) => `${word.slice(0, 5)}*`),
  ];
}

/** Endings that change nothing of what a word is about. */
function stem(word: string): string {
  if (word.length < 5) return word;
  return word.replace(/(?:'s|ing|edly|ed|es|s|ly)$/, '');
}
