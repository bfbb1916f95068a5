import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

// Speaks the part of Qdrant's REST interface that the product uses, as its documentation describes it: enough to prove what
// the product sends and reads. It proves nothing of Qdrant itself; TEST_QDRANT_URL names a real one for that.

const conditionSchema = z.object({
  key: z.string(),
  match: z.object({ any: z.array(z.union([z.string(), z.number()])) }),
});
const filterSchema = z.object({ must: z.array(conditionSchema) });
const pointSchema = z.object({
  id: z.uuid(),
  vector: z.array(z.number()),
  payload: z.record(z.string(), z.union([z.string(), z.number()])),
});
type Point = z.infer<typeof pointSchema>;

interface Collection {
  size: number;
  points: Map<string, Point>;
}

const matches = ({ payload }: Point, { must }: z.infer<typeof filterSchema>) =>
  must.every(({ key, match }) => match.any.some((value) => value === payload[key]));
const dot = (first: readonly number[], second: readonly number[]) =>
  first.reduce((sum, value, at) => sum + value * (second[at] ?? 0), 0);
const cosine = (first: readonly number[], second: readonly number[]) =>
  dot(first, second) / Math.sqrt(dot(first, first) * dot(second, second));

interface Answer {
  status: number;
  result?: unknown;
}

export async function startQdrantDouble() {
  const collections = new Map<string, Collection>();
  const keys: (string | undefined)[] = [];

  const answer = (method: string, path: string, body: unknown): Answer => {
    if (method === 'GET' && path === '/collections')
      return { status: 200, result: { collections: [...collections.keys()].map((name) => ({ name })) } };
    const [, , name = '', ...rest] = path.split('/');
    const collection = collections.get(name);
    const action = rest.join('/');
    if (method === 'PUT' && action === '') {
      if (collection !== undefined) return { status: 409 };
      const { vectors } = z
        .object({ vectors: z.object({ size: z.number(), distance: z.literal('Cosine') }) })
        .parse(body);
      collections.set(name, { size: vectors.size, points: new Map() });
      return { status: 200, result: true };
    }
    if (collection === undefined) return { status: 404 };
    return ofCollection(collection, method, action, body);
  };

  const server = createServer(async (request, response) => {
    keys.push(request.headers['api-key']?.toString());
    const path = new URL(request.url ?? '/', 'http://double').pathname;
    const { status, result } = answer(request.method ?? 'GET', path, await bodyOf(request));
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ result, status: status === 200 ? 'ok' : { error: 'refused' }, time: 0 }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ url: `http://127.0.0.1:${port}`, collections, keys },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function ofCollection(collection: Collection, method: string, action: string, body: unknown): Answer {
  const { points, size } = collection;
  if (method === 'GET' && action === '') return { status: 200, result: { points_count: points.size } };
  if (method === 'PUT' && action === 'index') return { status: 200, result: true };
  if (method === 'PUT' && action === 'points') {
    const given = z.object({ points: z.array(pointSchema) }).parse(body).points;
    if (given.some(({ vector }) => vector.length !== size)) return { status: 400 };
    for (const point of given) points.set(point.id, point);
    return { status: 200, result: { status: 'completed' } };
  }
  if (method === 'POST' && action === 'points/query') {
    const asked = z
      .object({ query: z.array(z.number()), limit: z.number(), filter: filterSchema })
      .parse(body);
    const found = [...points.values()]
      .filter((point) => matches(point, asked.filter))
      .map(({ id, vector, payload }) => ({ id, payload, score: cosine(vector, asked.query) }))
      .sort((first, second) => second.score - first.score);
    return { status: 200, result: { points: found.slice(0, asked.limit) } };
  }
  if (method === 'POST' && action === 'points/count') {
    const { filter } = z.object({ filter: filterSchema, exact: z.literal(true) }).parse(body);
    const count = [...points.values()].filter((point) => matches(point, filter)).length;
    return { status: 200, result: { count } };
  }
  if (method === 'POST' && action === 'points/delete') {
    const { filter } = z.object({ filter: filterSchema }).parse(body);
    for (const point of points.values()) if (matches(point, filter)) points.delete(point.id);
    return { status: 200, result: { status: 'completed' } };
  }
  return { status: 405 };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const part of request) text += part;
  return text === '' ? undefined : JSON.parse(text);
}
