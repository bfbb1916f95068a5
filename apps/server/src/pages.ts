import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import swaggerUi from '@fastify/swagger-ui';
import { contentSecurityPolicy, type HttpServer, notFound } from '@tokenholic/kit';
import type { FastifyReply } from 'fastify';

const WEB = fileURLToPath(new URL('../../web/dist/', import.meta.url));
const NONCE_PLACE = '__STYLE_NONCE__';
/** The documentation of the API styles its parts inline; no data of anybody is on its page. */
const DOCUMENTATION_POLICY = contentSecurityPolicy().replace(
  "style-src 'self'",
  "style-src 'self' 'unsafe-inline'",
);

/** The web app and the API's documentation. Any address that is not a file is a screen of the app. */
export async function addPages(app: HttpServer): Promise<void> {
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: DOCUMENTATION_POLICY });
  if (!existsSync(WEB)) return;
  const page = readFileSync(join(WEB, 'index.html'), 'utf8');
  await app.register(fastifyStatic, {
    root: WEB,
    wildcard: false,
    index: false,
    setHeaders: (reply, path) => {
      // File names carry a hash of their content.
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  app.get('/', { schema: { hide: true } }, async (_request, reply) => sendPage(reply, page));
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (path.startsWith('/api/') || path.startsWith('/assets/')) throw notFound();
    return sendPage(reply, page);
  });
}

/** The page with a nonce of its own, which nobody can know before. */
function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header('content-security-policy', contentSecurityPolicy(nonce))
    .send(page.replace(NONCE_PLACE, nonce));
}
