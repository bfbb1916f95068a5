import { setImmediate } from 'node:timers/promises';
import type { JobHandler, Kit, TenantTransaction } from '@tokenholic/kit';
import { type Reference, reference } from '@tokenholic/reference';
import type { Llm } from '@workflow/llm-sdk';
import type { GraphStore, StoredReading } from '../adapters/graph/graph-store.ts';
import { createGazetteer, type Entity, type FoundEntity } from '../domain/graph/entities.ts';
import { referenceEntities } from '../domain/graph/gazetteer.ts';
import { readForGraph } from '../domain/graph/read-passage.ts';
import { turnTables } from '../tables.ts';
import { extractRelations } from '../tasks/extract-relations.ts';
import { askForMissing, askForWalk, type WalkedPassage, walkCollection } from './walk-collection.ts';

export const GRAPH_QUEUE = 'knowledge-graph';

/** Raised when the rules read more or otherwise: then every collection is read again. */
const RULES = 'rules-1';
const BATCH = { rules: 60, model: 4 } as const;
const BY_MODEL = 0.7;
const table = turnTables.graph;

let find: ((text: string) => FoundEntity[]) | null = null;
const finder = (from: Reference) => {
  find ??= createGazetteer(referenceEntities(from));
  return find;
};

/** Says that passages of a collection are to be read for the graph; done in the transaction that adds them. */
export const askForGraph = (tx: TenantTransaction, organizationId: string, collectionId: string) =>
  askForWalk(tx, table, GRAPH_QUEUE, { organizationId, collectionId });

/**
 * Who reads, and for which store. Rules read every passage; a connected model reads it too and may find more. A store that
 * takes the place of the tables is empty at first: then every collection is read again, too.
 */
async function readerOf(llm: Llm | null, { kind }: GraphStore) {
  const usesModel = (await llm?.hasModel()) === true;
  const name = usesModel ? `${RULES}+model` : RULES;
  return { usesModel, name: kind === 'sql' ? name : `${name}@${kind}` };
}

/** Reads passages for things and how they hang together. */
export function readGraph(kit: Kit, graph: GraphStore, llm: Llm | null): JobHandler {
  return async (data, { organizationId, signal }) => {
    const collectionId = String(data.collectionId);
    const { usesModel, name: doer } = await readerOf(llm, graph);
    await walkCollection({
      ...{ kit, table, queue: GRAPH_QUEUE, organizationId, collectionId, signal, doer },
      batch: usesModel ? BATCH.model : BATCH.rules,
      clear: () => graph.forget(organizationId, collectionId),
      work: async (passages) => {
        const readings: StoredReading[] = [];
        for (const passage of passages) {
          readings.push(await readOne(passage, organizationId, usesModel ? llm : null, signal));
          await setImmediate();
        }
        await graph.put(organizationId, collectionId, readings);
      },
      gone: (numbers) => graph.forget(organizationId, collectionId, numbers),
    });
  };
}

async function readOne(
  passage: WalkedPassage,
  organizationId: string,
  llm: Llm | null,
  signal: AbortSignal,
): Promise<StoredReading> {
  const byRules = readForGraph(passage, finder(reference));
  const relations: StoredReading['relations'][number][] = byRules.relations.map((relation) => ({
    ...{ ...relation, via: 'rules', model: null },
  }));
  if (llm === null) return { number: passage.number, entities: byRules.entities, relations };
  const { output, engine } = await llm.run(
    extractRelations,
    { passage: passage.text },
    { organizationId, signal },
  );
  const named = new Map(output.entities.map(({ name, kind }) => [name, entityOf(name, kind)]));
  const said = new Set(
    byRules.relations.map(({ subject, relation, object }) => `${subject} ${relation} ${object}`),
  );
  for (const { subject, relation, object, quote } of output.relations) {
    const [first, second] = [named.get(subject)?.key ?? '', named.get(object)?.key ?? ''];
    if (engine.via !== 'model' || said.has(`${first} ${relation} ${second}`)) continue;
    relations.push({
      ...{ subject: first, relation, object: second, quote, confidence: BY_MODEL },
      ...{ via: 'model', model: engine.model },
    });
  }
  const entities = new Map([...byRules.entities, ...named.values()].map((entity) => [entity.key, entity]));
  return { number: passage.number, entities: [...entities.values()], relations };
}

/** The reference's own entity where it knows the name, so that a model and the rules speak of the same thing. */
function entityOf(name: string, kind: Entity['kind']): Entity {
  const [known] = finder(reference)(name);
  if (known !== undefined && known.start === 0 && known.end === name.length) return known.entity;
  return { key: `${kind}:${name.trim().toLowerCase()}`, kind, name: { zh: name, en: name } };
}

/** Asks for the collections that were not read to the end, or by other rules. */
export const askForMissingGraph = async (kit: Kit, graph: GraphStore, llm: Llm | null): Promise<number> =>
  askForMissing(kit, table, GRAPH_QUEUE, (await readerOf(llm, graph)).name);
