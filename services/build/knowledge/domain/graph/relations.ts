import type { EntityKind, RelationKind } from '@tokenholic/contracts';
import type { Entity, FoundEntity } from './entities.ts';

/** What a sentence says of two things. */
export interface FoundRelation {
  subject: string;
  relation: RelationKind;
  object: string;
  /** The sentence, as it stands in the passage. */
  quote: string;
  /** 0 to 1: how surely the sentence says it. */
  confidence: number;
}

interface Phrase {
  relation: RelationKind;
  subjects: readonly EntityKind[];
  objects: readonly EntityKind[];
  /** What stands between the two. */
  between: RegExp;
  /** The object stands first. */
  reversed?: boolean;
}

const OFFERS: readonly EntityKind[] = ['product', 'model', 'provider'];
const SERVED: readonly EntityKind[] = ['product', 'model'];

const PHRASES: readonly Phrase[] = [
  {
    ...{ relation: 'replaces', subjects: OFFERS, objects: OFFERS },
    between: /\b(?:replac\w+|instead of|in place of|supersed\w+)\b|替换|取代|代替/i,
  },
  {
    ...{ relation: 'replaces', subjects: OFFERS, objects: OFFERS, reversed: true },
    between: /\b(?:migrat\w+|moved?|switch\w*)?\s*\bto\b|迁移到|切换到|换成|改用/i,
  },
  {
    ...{ relation: 'compared_with', subjects: OFFERS, objects: OFFERS },
    between: /\b(?:vs\.?|versus|compared (?:with|to)|against|than)\b|对比|相比|不如|优于/i,
  },
  {
    ...{ relation: 'uses', subjects: ['company', 'use_case'], objects: OFFERS },
    between:
      /\b(?:us(?:e|es|ed|ing)|runs?(?: \w+)? on|adopt\w*|built on|deploy\w* on|cho(?:se|ose\w*)|powered by|proposed for|models?|relies on)\b|使用|采用|用了|运行在|部署在|接入|选择|基于|引入|上线|推荐的模型|模型/i,
  },
  {
    ...{ relation: 'used_for', subjects: SERVED, objects: ['use_case'] },
    between: /\b(?:for|suit\w*|handles?|supports?|does)\b|适用于|用于|用来|适合|支持|做/i,
  },
  {
    ...{ relation: 'offered_by', subjects: SERVED, objects: ['provider'] },
    between: /\b(?:at|by|on|from|of|in)\b|由|来自|在|上/i,
  },
  {
    ...{ relation: 'offered_by', subjects: SERVED, objects: ['provider'], reversed: true },
    between:
      /^['’]s\b|\b(?:offers?|provides?|serves?|released?|sells?|hosts?|launched)\b|的|推出|提供|发布|上架/i,
  },
  {
    ...{ relation: 'part_of', subjects: SERVED, objects: ['product'] },
    between: /\b(?:part of|belongs to|included in)\b|属于|包含在/i,
  },
];

const MOST_BETWEEN = 90;
const MOST_ENTITIES = 8;
const LIST = /^\s*(?:[,，、;；/]|and|or|和|与|及|或)\s*$/i;
const BY_PHRASE = 0.8;
const BY_FIGURE = 0.85;
const BY_HEADING = 0.6;
const TOGETHER = 0.3;

/** Reads what a sentence says of the things found in it. `above`: the thing its headings speak of, when it names none itself. */
export function relationsOf(
  sentence: string,
  found: readonly FoundEntity[],
  above: Entity | null,
): FoundRelation[] {
  const things = found.filter(({ entity }) => !isFigure(entity)).slice(0, MOST_ENTITIES);
  const relations = [
    ...byPhrase(sentence, things),
    ...figuresOfThings(sentence, found, above),
    ...together(sentence, things),
  ];
  const seen = new Set<string>();
  // The first to say how two things hang together is the surest.
  return relations.filter(({ subject, object, relation }) => {
    const pair = [subject, object].sort().join(' ');
    const isNew =
      subject !== object && !seen.has(relation === 'mentioned_with' ? pair : `${pair} ${relation}`);
    seen.add(pair).add(`${pair} ${relation}`);
    return isNew;
  });
}

const isFigure = ({ kind }: Entity) => kind === 'price' || kind === 'limit';

function byPhrase(quote: string, things: readonly FoundEntity[]): FoundRelation[] {
  const relations: FoundRelation[] = [];
  things.forEach((first, at) => {
    let open: { phrase: Phrase; until: number } | null = null;
    for (const second of things.slice(at + 1)) {
      const between = quote.slice(first.end, second.start);
      if (between.length > MOST_BETWEEN) break;
      const listed: Phrase | undefined =
        open !== null && LIST.test(quote.slice(open.until, second.start)) ? open.phrase : undefined;
      const phrase: Phrase | undefined = fits(listed, first, second)
        ? listed
        : phraseFor(first, second, between);
      if (phrase === undefined) continue;
      open = { phrase, until: second.end };
      const [subject, object] = phrase.reversed === true ? [second, first] : [first, second];
      relations.push({
        ...{ subject: subject.entity.key, relation: phrase.relation, object: object.entity.key },
        ...{ quote, confidence: BY_PHRASE },
      });
    }
  });
  return relations;
}

function fits(phrase: Phrase | undefined, first: FoundEntity, second: FoundEntity): boolean {
  if (phrase === undefined) return false;
  const [subject, object] = phrase.reversed === true ? [second, first] : [first, second];
  return phrase.subjects.includes(subject.entity.kind) && phrase.objects.includes(object.entity.kind);
}

const phraseFor = (first: FoundEntity, second: FoundEntity, between: string) =>
  PHRASES.find((phrase) => fits(phrase, first, second) && phrase.between.test(between));

/** A price or limit belongs to what was named last before it, else to what comes next, else to what the heading speaks of. */
function figuresOfThings(
  quote: string,
  found: readonly FoundEntity[],
  above: Entity | null,
): FoundRelation[] {
  const priced = found.filter(({ entity }) => entity.kind === 'product' || entity.kind === 'model');
  return found
    .filter(({ entity }) => isFigure(entity))
    .flatMap(({ entity, start }): FoundRelation[] => {
      const before = priced.findLast((thing) => thing.start < start);
      const owner = before ?? priced.find((thing) => thing.start > start);
      const subject = owner?.entity ?? above;
      if (subject === null || isFigure(subject)) return [];
      const relation = entity.kind === 'price' ? 'costs' : 'limited_to';
      const confidence = owner === undefined ? BY_HEADING : BY_FIGURE;
      return [{ subject: subject.key, relation, object: entity.key, quote, confidence }];
    });
}

function together(quote: string, things: readonly FoundEntity[]): FoundRelation[] {
  return things.flatMap((first, at) =>
    things.slice(at + 1).map(({ entity }) => ({
      ...{ subject: first.entity.key, relation: 'mentioned_with' as const, object: entity.key },
      ...{ quote, confidence: TOGETHER },
    })),
  );
}
