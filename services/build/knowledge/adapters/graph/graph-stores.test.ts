import type { GraphNeighbourhood } from '@tokenholic/contracts';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { neo4jLibraries, setNeo4jPassword, startNeo4j } from '@tokenholic/kit/testing/neo4j';
import neo4j from 'neo4j-driver';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askForMissingGraph } from '../../jobs/read-graph.ts';
import { knowledgeMigrations } from '../../service.ts';
import { makeCollection } from '../../testing/make-collection.ts';
import { openStage } from '../../testing/stage.ts';
import { graphStoreContract, yunxiu } from './graph-store.contract.ts';
import type { GraphStore } from './graph-store.ts';
import { createNeo4jGraph, type Neo4jGraph } from './neo4j-graph.ts';
import { STATEMENTS } from './neo4j-statements.ts';
import { createSqlGraph } from './sql-graph.ts';

describe('the graph in tables', () => {
  let kit: TestKit;
  let store: GraphStore;
  beforeAll(async () => {
    kit = await createTestKit([knowledgeMigrations]);
    store = createSqlGraph(kit);
  });
  afterAll(() => kit.close());
  graphStoreContract(() => ({ store, collection: (id, passages) => makeCollection(kit, id, passages) }));
});

describe('the graph in Neo4j', () => {
  test.each(Object.entries(STATEMENTS))('%s reaches nothing but the organisations it is given', (_, text) => {
    // Every node and relation that is looked up is bound itself, or joined to one that is.
    const bound = /\borganization_id(:| =| IN) \$organizationIds?\b/g;
    const lookedUp = text.match(/\b(MATCH|MERGE) \(\w*:Knowledge|\(s\)-\[r:SAYS \{/g) ?? [];
    const joined = text.match(/OPTIONAL MATCH \(p\)-/g) ?? [];
    expect(lookedUp.length).toBeGreaterThan(0);
    expect(text.match(bound)?.length ?? 0).toBeGreaterThanOrEqual(lookedUp.length - joined.length);
  });

  test('a server that does not answer is said to be unavailable', async () => {
    const lost = createNeo4jGraph({
      url: 'bolt://127.0.0.1:9',
      user: 'neo4j',
      password: 'x',
      database: null,
    });
    await expect(lost.read([yunxiu], ['a'])).rejects.toMatchObject({ code: 'knowledge.graph_unavailable' });
    await lost.close();
  });
});

const PASSWORD = 'kept-by-the-test';

describe.skipIf(neo4jLibraries === null)('the graph in a real Neo4j', () => {
  let server: Awaited<ReturnType<typeof startNeo4j>>;
  let store: Neo4jGraph;
  beforeAll(async () => {
    server = await startNeo4j();
    await setNeo4jPassword(server.url, PASSWORD);
    store = createNeo4jGraph({ url: server.url, user: 'neo4j', password: PASSWORD, database: null });
  }, 60_000);
  afterAll(async () => {
    await store?.close();
    await server?.stop();
  });
  graphStoreContract(() => ({ store, collection: async () => uuidv7() }));

  test('a collection larger than one transaction is forgotten whole, and no thing stays that nobody speaks of', async () => {
    const [organizationId, collectionId] = [uuidv7(), uuidv7()];
    const thing = (number: number) => ({
      ...{
        key: `model:${number % 7}`,
        kind: 'model' as const,
        name: { zh: `模型${number % 7}`, en: `Model` },
      },
    });
    const readings = Array.from({ length: 2_300 }, (_, number) => ({
      ...{ number, entities: [thing(number)], relations: [] },
    }));
    await store.put(organizationId, collectionId, readings);
    expect(await store.find([organizationId], 'model', 10)).toHaveLength(7);
    await store.forget(organizationId, collectionId);
    expect(await store.find([organizationId], 'model', 10)).toEqual([]);
    const reader = neo4j.driver(server.url, neo4j.auth.basic('neo4j', PASSWORD));
    const { records } = await reader.executeQuery(
      'MATCH (n {organization_id: $organizationId}) RETURN count(n) AS left',
      { organizationId },
    );
    await reader.close();
    expect(records[0]?.get('left').toNumber()).toBe(0);
  });

  test('a document is read into it, walked along, and leaves it when it is deleted; other stores begin anew', async () => {
    const stage = await openStage({ graph: store });
    const path = '/graph/neighbourhood?key=provider%3Aalibaba';
    const { documentId } = await stage.withText(
      'notes',
      '# Notes\n\nKuaishou uses Alibaba Cloud for search.',
    );
    await stage.work();
    const around = (await stage.call<GraphNeighbourhood>('GET', path)).body;
    expect(around.neighbours.map(({ key }) => key)).toEqual(['company:kuaishou']);
    expect(around.relations[0]?.evidence[0]).toMatchObject({ documentId, heading: ['Notes'] });
    expect(await askForMissingGraph(stage.kit, store, null)).toBe(0);
    expect(await askForMissingGraph(stage.kit, createSqlGraph(stage.kit), null)).toBeGreaterThan(0);
    await stage.call('DELETE', `/documents/${documentId}`);
    await stage.work('knowledge-forget');
    expect((await stage.call('GET', path)).status).toBe(404);
    await stage.close();
  });

  test('a wrong password is no answer either', async () => {
    const stranger = createNeo4jGraph({
      url: server.url,
      user: 'neo4j',
      password: 'guessed',
      database: null,
    });
    await expect(stranger.read([yunxiu], ['a'])).rejects.toMatchObject({
      code: 'knowledge.graph_unavailable',
    });
    await stranger.close();
  });

  test('writers that meet at one thing all come through', async () => {
    const organizationId = uuidv7();
    const qwen = { key: 'model:qwen', kind: 'model' as const, name: { zh: '千问', en: 'Qwen' } };
    const puts = Array.from({ length: 8 }, () =>
      store.put(organizationId, uuidv7(), [{ number: 0, entities: [qwen], relations: [] }]),
    );
    await Promise.all(puts);
    expect((await store.read([organizationId], [qwen.key]))[0]?.passages).toBe(8);
  });
});
