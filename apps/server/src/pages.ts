import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import swaggerUi from '@fastify/swagger-ui';
import { type HttpServer, notFound } from '@tokenholic/kit';

const WEB = fileURLToPath(new URL('../../web/dist/', import.meta.url));

/** The web app and the API's documentation. Any address that is not a file is a screen of the app. */
export async function addPages(app: HttpServer): Promise<void> {
  await app.register(swaggerUi, { routePrefix: '/api/docs' });
  if (!existsSync(WEB)) return;
  await app.register(fastifyStatic, {
    root: WEB,
    wildcard: false,
    index: 'index.html',
    setHeaders: (reply, path) => {
      // File names carry a hash of their content, except the page itself.
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (path.startsWith('/api/') || path.startsWith('/assets/')) throw notFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
