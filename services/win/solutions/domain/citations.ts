import type {
  DroppedSentence,
  KnowledgeHit,
  LocalizedText,
  Price,
  SolutionCitation,
  SolutionSentence,
  Tile,
} from '@tokenholic/contracts';
import { isChinese } from './language.ts';
import { figuresOf } from './verify/figures.ts';
import { faultOf, isInstruction } from './verify/verify.ts';

/** Collects what a solution relies on and lets no sentence through that its citations do not carry. */
export interface Citations {
  /** Sentences quoted from a passage word for word, in both languages where it has both. Orders to the reader are left out. */
  quote(hit: KnowledgeHit, limit: number): SolutionSentence[];
  /** Cites words that stand in a passage; null when they are an order to the reader. */
  cite(hit: KnowledgeHit, words: string): string | null;
  /** A sentence about a passage, in other words: kept when the passage carries it in each language, else dropped. */
  claim(text: LocalizedText, hits: readonly KnowledgeHit[], quote: string): SolutionSentence | null;
  map(tile: Tile, useCase: LocalizedText): string;
  price(price: Price, name: string): string;
  readonly all: SolutionCitation[];
  readonly dropped: DroppedSentence[];
}

const LONGEST_QUOTE = 600;
/** Ways in which the built-in base says the same in both languages without any figure. */
const TWINS: readonly [RegExp, RegExp][] = [
  [/^Also called:/, /^也叫：/],
  [/^Models usually proposed for /, /通常推荐的模型：/],
];

export function createCitations(): Citations {
  const byKey = new Map<string, SolutionCitation>();
  const dropped: DroppedSentence[] = [];
  const add = (key: string, citation: Omit<SolutionCitation, 'id'>): string => {
    const known = byKey.get(key);
    if (known !== undefined) return known.id;
    const id = `c${byKey.size + 1}`;
    byKey.set(key, { ...citation, id });
    return id;
  };
  const passage = (hit: KnowledgeHit, quote: string) => {
    const { title, heading, page, origin, asOf, documentId, passageId } = hit;
    const where = { title, heading, page, origin, asOf, documentId };
    return add(`${passageId} ${quote}`, { kind: 'passage', ...where, quote: quote.slice(0, LONGEST_QUOTE) });
  };
  return {
    quote: (hit, limit) => {
      const isQuotable = (text: string) => {
        if (isInstruction(text)) dropped.push({ text: text.slice(0, 300), reason: 'instruction' });
        return !isInstruction(text);
      };
      // Only the built-in base keeps a fact in both languages on one line; elsewhere neighbours may say different things.
      const lines = hit.readOnly ? hit.text.split('\n') : [hit.text];
      return pairLines(lines.map((line) => splitPassage(line).filter(isQuotable)))
        .slice(0, limit)
        .map((text) => {
          const words = [...new Set([text.zh, text.en])];
          return { text, standing: 'cited', citations: words.map((quote) => passage(hit, quote)) };
        });
    },
    cite: (hit, words) => {
      if (!isInstruction(words)) return passage(hit, words);
      dropped.push({ text: words.slice(0, 300), reason: 'instruction' });
      return null;
    },
    claim: (text, hits, quote) => {
      const passages = hits.map((hit) => hit.text);
      for (const words of [text.zh, text.en]) {
        const fault = faultOf(words, passages);
        if (fault === null) continue;
        dropped.push({ text: words.slice(0, 300), reason: fault });
        return null;
      }
      return { text, standing: 'cited', citations: hits.map((hit) => passage(hit, quote)) };
    },
    map: (tile, useCase) =>
      add(`map ${tile.key}`, {
        kind: 'map',
        title: `${useCase.zh} · ${useCase.en}`,
        heading: [tile.modelName.en],
        page: null,
        quote: tile.evidence[0]?.text ?? '',
        origin: tile.evidence[0]?.url ?? null,
        asOf: tile.evidence[0]?.date ?? null,
        documentId: null,
      }),
    price: (price, name) =>
      add(`price ${name} ${price.label.en}`, {
        kind: 'price',
        title: name,
        heading: [price.source.title],
        page: null,
        quote: `${price.label.en} · ${price.label.zh}`,
        origin: price.source.url,
        asOf: price.source.asOf,
        documentId: null,
      }),
    get all() {
      return [...byKey.values()];
    },
    dropped,
  };
}

/** Sentences of a passage; rows of a table are left out, they say nothing without their head. */
export function splitPassage(text: string): string[] {
  return text
    .split(/\n+|(?<=[。！？])\s*|(?<=[.!?])\s+(?=["“(]?[A-Z\p{Script=Han}])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 3 && !sentence.includes(' | '));
}

/** A line of one Chinese and one English sentence is a fact in both languages; the sentences of all other lines are paired by figures. */
function pairLines(lines: readonly (readonly string[])[]): LocalizedText[] {
  const pairs: LocalizedText[] = [];
  const others: string[] = [];
  for (const line of lines) {
    const [zh, en] = line;
    if (line.length === 2 && zh !== undefined && en !== undefined && isChinese(zh) && !isChinese(en))
      pairs.push({ zh, en });
    else others.push(...line);
  }
  return [...pairs, ...pairLanguages(others)];
}

/** A Chinese and an English sentence with the same figures say the same; what stands in one language only is quoted as it is. */
export function pairLanguages(sentences: readonly string[]): LocalizedText[] {
  const chinese = sentences.filter(isChinese);
  const pairs: LocalizedText[] = [];
  const used = new Set<string>();
  const figures = (text: string) =>
    figuresOf(text)
      .map(({ value }) => value)
      .sort((first, second) => first - second)
      .join(' ');
  for (const sentence of sentences.filter((text) => !isChinese(text))) {
    const wanted = figures(sentence);
    const form = TWINS.find(([english]) => english.test(sentence))?.[1];
    const isTwin = (text: string) => form?.test(text) ?? (wanted !== '' && figures(text) === wanted);
    const twin = chinese.find((text) => !used.has(text) && isTwin(text));
    if (twin !== undefined) used.add(twin);
    pairs.push({ zh: twin ?? sentence, en: sentence });
  }
  for (const sentence of chinese) if (!used.has(sentence)) pairs.push({ zh: sentence, en: sentence });
  return pairs;
}
