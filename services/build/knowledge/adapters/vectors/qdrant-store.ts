import { createHash } from 'node:crypto';
import { AppError } from '@tokenholic/kit';
import { z } from 'zod';
import type { PassagePlace, VectorStore } from './vector-store.ts';

export interface QdrantSettings {
  /** `http://localhost:6333` */
  url: string;
  apiKey: string | null;
}

const TIMEOUT_MILLISECONDS = 10_000;
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** Points are named by UUIDs: the same passage always by the same. */
function pointOf({ collectionId, number }: PassagePlace): string {
  const hex = digest(`${collectionId}:${number}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const collectionsSchema = z.object({
  result: z.object({ collections: z.array(z.object({ name: z.string() })) }),
});
const countSchema = z.object({ result: z.object({ count: z.number() }) });
const foundSchema = z.object({
  result: z.object({
    points: z.array(
      z.object({ score: z.number(), payload: z.object({ collection_id: z.string(), number: z.number() }) }),
    ),
  }),
});

/** Vectors in Qdrant over its REST interface: one of its collections for each model, tenants told apart by payload. */
export function createQdrantStore({ url, apiKey }: QdrantSettings, prefix = 'tokenholic'): VectorStore {
  const nameOf = (embedder: string) => `${prefix}-${digest(embedder).slice(0, 16)}`;
  const known = new Set<string>();
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${url.replace(/\/$/, '')}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(apiKey === null ? {} : { 'api-key': apiKey }) },
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((cause: unknown) => {
      throw unavailable(cause);
    });
    if (response.status === 404) return null;
    if (!response.ok) throw unavailable(`${response.status} ${await response.text()}`);
    return response.json();
  };
  const prepare = async (name: string, size: number) => {
    if (known.has(name)) return;
    if ((await call('GET', `/collections/${name}`)) === null) {
      await call('PUT', `/collections/${name}`, { vectors: { size, distance: 'Cosine' } });
      const tenant = { type: 'keyword', is_tenant: true };
      await call('PUT', `/collections/${name}/index`, {
        field_name: 'organization_id',
        field_schema: tenant,
      });
      await call('PUT', `/collections/${name}/index`, {
        field_name: 'collection_id',
        field_schema: 'keyword',
      });
    }
    known.add(name);
  };
  /** Of every model: an earlier one may have left some. */
  const ownCollections = async () => {
    const { collections } = collectionsSchema.parse(await call('GET', '/collections')).result;
    return collections.map(({ name }) => name).filter((name) => name.startsWith(`${prefix}-`));
  };
  const anyOf = (key: string, any: readonly (string | number)[]) => ({ key, match: { any } });
  return {
    kind: 'qdrant',
    put: async (organizationId, embedder, vectors) => {
      const [first] = vectors;
      if (first === undefined) return;
      await prepare(nameOf(embedder), first.vector.length);
      await call('PUT', `/collections/${nameOf(embedder)}/points?wait=true`, {
        points: vectors.map(({ collectionId, number, vector }) => ({
          id: pointOf({ collectionId, number }),
          vector: Array.from(vector),
          payload: { organization_id: organizationId, collection_id: collectionId, number },
        })),
      });
    },
    nearest: async ({ organizationIds, collectionIds, embedder, vector, limit }) => {
      const answer = await call('POST', `/collections/${nameOf(embedder)}/points/query`, {
        ...{ query: Array.from(vector), limit, with_payload: true },
        filter: {
          must: [
            anyOf('organization_id', organizationIds),
            ...(collectionIds.length === 0 ? [] : [anyOf('collection_id', collectionIds)]),
          ],
        },
      });
      if (answer === null) return [];
      return foundSchema.parse(answer).result.points.map(({ score, payload }) => ({
        ...{ collectionId: payload.collection_id, number: payload.number, similarity: score },
      }));
    },
    forget: async (organizationId, collectionId, numbers) => {
      const must = [
        anyOf('organization_id', [organizationId]),
        anyOf('collection_id', [collectionId]),
        ...(numbers === undefined ? [] : [anyOf('number', numbers)]),
      ];
      for (const name of await ownCollections())
        await call('POST', `/collections/${name}/points/delete?wait=true`, { filter: { must } });
    },
    erase: async (organizationId) => {
      const filter = { must: [anyOf('organization_id', [organizationId])] };
      let erased = 0;
      for (const name of await ownCollections()) {
        const counted = await call('POST', `/collections/${name}/points/count`, { filter, exact: true });
        if (counted === null) continue;
        erased += countSchema.parse(counted).result.count;
        await call('POST', `/collections/${name}/points/delete?wait=true`, { filter });
      }
      return erased;
    },
  };
}

function unavailable(cause: unknown): AppError {
  return new AppError({
    ...{ kind: 'unavailable', code: 'knowledge.vectors_unavailable', cause },
    message: {
      zh: '向量库没有响应，暂时只按字面查找。',
      en: 'The vector store does not answer. For the moment only words are looked up.',
    },
  });
}
