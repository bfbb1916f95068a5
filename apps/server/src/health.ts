import type { HttpServer, Kit } from '@tokenholic/kit';
import { z } from 'zod';

/** Whether the process lives, whether it can serve, and its metrics. */
export async function addHealth(app: HttpServer, kit: Kit): Promise<void> {
  const stateSchema = z.object({ status: z.string() });
  const schema = { tags: ['system'], response: { 200: stateSchema } };
  app.get('/api/health/live', { config: { public: true }, schema }, async () => ({ status: 'live' }));
  app.get('/api/health/ready', { config: { public: true }, schema }, async () => {
    await kit.database.withSystem(({ client }) => client.query('select 1'));
    return { status: 'ready' };
  });
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(kit.metrics.registry.contentType).send(await kit.metrics.registry.metrics()),
  );
  app.get('/api/openapi.json', { config: { public: true }, schema: { hide: true } }, async () =>
    app.swagger(),
  );
}
