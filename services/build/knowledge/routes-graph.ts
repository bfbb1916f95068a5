import { graphEntitySchema, graphNeighbourhoodSchema, graphPathsSchema } from '@tokenholic/contracts';
import type { Kit, ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import type { GraphStore } from './adapters/graph/graph-store.ts';
import { readableBy } from './domain/base.ts';
import { findEntities, readNeighbourhood, readPaths } from './queries/graph.ts';
import { home, read, tags } from './routes.ts';

const key = z.string().min(3).max(300);

/** What the knowledge speaks of, what stands next to a thing, and how two things hang together. */
export function graphRoutes(kit: Kit, graph: GraphStore): ServiceRoutes {
  return (app, _options, finish) => {
    app.get(
      '/api/knowledge/graph/entities',
      {
        config: read,
        schema: {
          tags,
          querystring: z.object({ q: z.string().max(120).default('') }),
          response: { 200: z.object({ items: z.array(graphEntitySchema) }) },
        },
      },
      async (request) => ({ items: await findEntities(graph, readableBy(home(request)), request.query.q) }),
    );
    app.get(
      '/api/knowledge/graph/neighbourhood',
      {
        config: read,
        schema: { tags, querystring: z.object({ key }), response: { 200: graphNeighbourhoodSchema } },
      },
      async (request) => readNeighbourhood(kit, graph, readableBy(home(request)), request.query.key),
    );
    app.get(
      '/api/knowledge/graph/paths',
      {
        config: read,
        schema: { tags, querystring: z.object({ from: key, to: key }), response: { 200: graphPathsSchema } },
      },
      async (request) =>
        readPaths(kit, graph, readableBy(home(request)), request.query.from, request.query.to),
    );
    finish();
  };
}
