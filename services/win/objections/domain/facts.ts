import type { KnowledgeHit, Language, ObjectionCategory } from '@tokenholic/contracts';
import type { Reference } from '@tokenholic/reference';
import { languageOf } from './classify.ts';
import type { Fact } from './compose-replies.ts';

type Tables = Pick<Reference, 'comparisons' | 'providers'>;

/** Which comparisons speak to which kind, by their dimension. */
const SPEAKS_TO: Partial<Record<ObjectionCategory, RegExp>> = {
  price: /price|tier|billing/i,
  security: /guardrail|private stack|private deployment|China use/i,
  lock_in: /openness|model choice|private deployment/i,
  quality: /context|thinking|coding/i,
  competitor: /./,
};

/** Competitors that a text names, by any of their names. */
export function namedIn(text: string, { providers }: Tables): string[] {
  const folded = text.toLowerCase();
  return providers
    .filter(
      ({ id, name, aliases }) =>
        id !== 'alibaba' &&
        [name.zh, name.en, ...aliases].some((alias) => {
          const at = folded.indexOf(alias.toLowerCase());
          if (at < 0) return false;
          // A Latin name must stand alone; Chinese has no spaces to stand between.
          return (
            !/^[\w .-]+$/.test(alias) ||
            new RegExp(
              `(?<![a-z])${alias.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![a-z])`,
            ).test(folded)
          );
        }),
    )
    .map(({ id }) => id);
}

/** Comparisons in our favour that answer the objection: about the competitors that are named, else ours alone. */
export function comparisonFacts(
  text: string,
  category: ObjectionCategory,
  language: Language,
  tables: Tables,
): Fact[] {
  const speaks = SPEAKS_TO[category];
  if (speaks === undefined) return [];
  const named = namedIn(text, tables);
  return tables.comparisons
    .filter(({ competitorId }) => named.includes(competitorId))
    .filter(({ edge, dimension }) => edge === 'alibaba' && speaks.test(dimension.en))
    .flatMap(({ competitorId, dimension, ours, theirs, source }) => {
      if (ours === null || theirs === null) return [];
      const rival = tables.providers.find(({ id }) => id === competitorId)?.name[language] ?? competitorId;
      const say =
        language === 'zh'
          ? `${dimension.zh}：我们${ours.zh}，${rival}${theirs.zh}。`
          : `${upperFirst(dimension.en)}: ours ${ours.en}, ${rival} ${theirs.en}.`;
      return [
        {
          say,
          source: {
            title: source.title,
            url: source.url,
            quote: `${dimension[language]}: ${ours[language]} / ${theirs[language]}`,
            asOf: source.asOf,
          },
        },
      ];
    });
}

const upperFirst = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
const LONGEST = 220;

/** Sentences of the knowledge base that answer, in their own words; one in the other language is quoted, not retold. */
export function knowledgeFacts(hits: readonly KnowledgeHit[], language: Language): Fact[] {
  return hits.flatMap(({ text, marks, title, origin, asOf }) => {
    const [mark] = marks;
    const quote = mark === undefined ? '' : text.slice(mark.start, mark.end).trim();
    if (quote.length < 12 || quote.length > LONGEST || isOrder(quote)) return [];
    const own = languageOf(quote) === language;
    const say = own
      ? `${quote.replace(/[。.]?$/, language === 'zh' ? '。' : '.')}`
      : language === 'zh'
        ? `《${title}》写明：“${quote}”`
        : `${title} says: “${quote}”`;
    return [{ say, source: { title, url: origin, quote, asOf } }];
  });
}

/** Orders to a reading model are no facts, whoever put them into a document. */
const isOrder = (text: string) =>
  /\b(?:ignore|disregard|forget) (?:all |any )?(?:the )?(?:previous|prior|above)|忽略(?:之前|以上|上述|前面)|system prompt|系统提示词/i.test(
    text,
  );
