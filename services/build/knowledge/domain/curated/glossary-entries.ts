import type { Reference } from '@tokenholic/reference';
import type { GlossaryEntry } from '../retrieval/glossary.ts';
import { salesWords } from '../retrieval/sales-words.ts';

/** The reference's own names in both languages, and the words of the trade. */
export function glossaryEntries({
  useCases,
  industries,
  providers,
  products,
  companies,
}: Reference): GlossaryEntry[] {
  const named = [...industries, ...providers, ...products, ...companies].map(({ name }) => ({
    zh: [name.zh],
    en: [name.en],
  }));
  const uses = useCases.map(({ name, keywords }) => ({
    zh: [name.zh, ...keywords.zh],
    en: [name.en, ...keywords.en],
  }));
  return [...salesWords, ...uses, ...named].filter(({ zh, en }) => zh[0] !== en[0]);
}
