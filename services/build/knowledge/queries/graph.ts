import type { GraphEntity, GraphNeighbourhood, GraphPaths, GraphRelation } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import type { GraphStore, StoredRelation } from '../adapters/graph/graph-store.ts';
import type { Readable } from '../domain/base.ts';
import { entityUnknown } from '../domain/failures.ts';
import { findRoutes } from '../domain/graph/paths.ts';
import { type Passage, placeName, readPassages } from './passages.ts';

/** Relations read around one thing, and around a ring of things. */
const NEIGHBOURS = 400;
const RING = 1_500;
/** Things drawn around one. */
const DRAWN = 24;
const EVIDENCE = 3;
const LONGEST_PATH = 4;
const MOST_PATHS = 5;

export const findEntities = (graph: GraphStore, readable: Readable, text: string): Promise<GraphEntity[]> =>
  graph.find(readable, text.trim(), 20);

/** What passages say of one thing and those next to it. */
export async function readNeighbourhood(
  kit: Kit,
  graph: GraphStore,
  readable: Readable,
  key: string,
): Promise<GraphNeighbourhood> {
  const [centre] = await graph.read(readable, [key]);
  if (centre === undefined) throw entityUnknown();
  const stored = await graph.relationsOf(readable, [key], NEIGHBOURS);
  const all = joined(stored);
  // The surest neighbours are drawn; a mere "in one sentence" comes last.
  const neighbours = [...new Set(all.map(({ subject, object }) => (subject === key ? object : subject)))];
  const drawn = new Set(neighbours.slice(0, DRAWN));
  const relations = all.filter(({ subject, object }) => drawn.has(subject) || drawn.has(object));
  return {
    entity: centre,
    neighbours: await graph.read(readable, [...drawn]),
    leftOut: neighbours.length - drawn.size,
    relations: await withEvidence(kit, readable, relations),
  };
}

/** How two things hang together, by the shortest ways passages allow. */
export async function readPaths(
  kit: Kit,
  graph: GraphStore,
  readable: Readable,
  from: string,
  to: string,
): Promise<GraphPaths> {
  const ends = await graph.read(readable, [from, to]);
  if (from === to || ends.length < 2) throw entityUnknown();
  const read = (keys: readonly string[]) => graph.relationsOf(readable, keys, RING);
  const routes = await findRoutes(from, to, read, { longest: LONGEST_PATH, most: MOST_PATHS });
  const keys = [...new Set(routes.flatMap((route) => route.keys))];
  const names = new Map((await graph.read(readable, keys)).map((entity) => [entity.key, entity]));
  const paths = [];
  for (const route of routes) {
    const entities = route.keys.flatMap((key) => names.get(key) ?? []);
    const steps = [];
    for (const step of route.steps) steps.push(await withEvidence(kit, readable, joined(step)));
    // A step whose passages may not be read is no step.
    if (entities.length === route.keys.length && steps.every(({ length }) => length > 0))
      paths.push({ entities, steps });
  }
  return { paths };
}

type Joined = Pick<StoredRelation, 'subject' | 'relation' | 'object' | 'confidence'> & {
  said: StoredRelation[];
};

/** Several passages may say the same: one relation, with all of them as evidence. */
function joined(stored: readonly StoredRelation[]): Joined[] {
  const relations = new Map<string, Joined>();
  for (const one of stored) {
    const { subject, relation, object, confidence } = one;
    const name = `${subject}\n${relation}\n${object}`;
    const known = relations.get(name);
    if (known === undefined) relations.set(name, { subject, relation, object, confidence, said: [one] });
    else known.said.push(one);
  }
  return [...relations.values()];
}

async function withEvidence(
  kit: Kit,
  readable: Readable,
  relations: readonly Joined[],
): Promise<GraphRelation[]> {
  const shown = relations.map(({ said, ...relation }) => ({
    ...relation,
    said: said.slice(0, EVIDENCE),
    passages: said.length,
  }));
  const places = new Map(shown.flatMap(({ said }) => said.map((one) => [placeName(one), one])));
  const passages = new Map<string, Passage>();
  for (const passage of await kit.database.withTenant(readable, (tx) =>
    readPassages(tx, [...places.values()]),
  ))
    passages.set(passage.passageId, passage);
  return shown
    .map(({ said, ...relation }) => ({
      ...relation,
      evidence: said.flatMap((one) => {
        const passage = passages.get(placeName(one));
        if (passage === undefined) return [];
        const { passageId, documentId, title, heading, page } = passage;
        return [
          { passageId, documentId, title, heading, page, quote: one.quote, via: one.via, model: one.model },
        ];
      }),
    }))
    .filter(({ evidence }) => evidence.length > 0);
}
