import { sentencesOf } from '../retrieval/sentences.ts';
import type { Entity, FoundEntity } from './entities.ts';
import { figuresOf } from './figures.ts';
import { type FoundRelation, relationsOf } from './relations.ts';

export interface GraphReading {
  entities: Entity[];
  relations: FoundRelation[];
}

export interface GraphPassage {
  title: string;
  heading: readonly string[];
  text: string;
}

const LONGEST_QUOTE = 400;

/** Reads a passage for the graph by rules: names of the reference, figures, and the phrases that join them in one sentence. */
export function readForGraph(
  { title, heading, text }: GraphPassage,
  find: (text: string) => FoundEntity[],
): GraphReading {
  const above = [...heading].reverse().concat(title).flatMap(find);
  const subject = above[0]?.entity ?? null;
  const entities = new Map<string, Entity>();
  const note = (found: readonly FoundEntity[]) => {
    for (const { entity } of found) entities.set(entity.key, entity);
  };
  note(above);
  const relations = new Map<string, FoundRelation>();
  for (const { start, end } of sentencesOf(text)) {
    const sentence = text.slice(start, end);
    if (sentence.length > LONGEST_QUOTE) continue;
    const found = [...find(sentence), ...figuresOf(sentence)].sort(
      (first, second) => first.start - second.start,
    );
    note(found);
    for (const relation of relationsOf(sentence, found, subject)) {
      const name = `${relation.subject} ${relation.relation} ${relation.object}`;
      if ((relations.get(name)?.confidence ?? 0) < relation.confidence) relations.set(name, relation);
    }
  }
  return { entities: [...entities.values()], relations: [...relations.values()] };
}
