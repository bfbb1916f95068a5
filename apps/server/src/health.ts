import { AppError, type HttpServer, type Kit } from '@tokenholic/kit';
import { z } from 'zod';

/** Whether this process still takes new work. */
export interface Life {
  stopping: boolean;
}

/** Whether the process lives, whether it can serve, and its metrics. */
export async function addHealth(app: HttpServer, kit: Kit, life: Life): Promise<void> {
  const stateSchema = z.object({ status: z.string() });
  const schema = { tags: ['system'], response: { 200: stateSchema } };
  app.get('/api/health/live', { config: { public: true }, schema }, async () => ({ status: 'live' }));
  app.get('/api/health/ready', { config: { public: true }, schema }, async () => {
    if (life.stopping) throw notReady();
    try {
      await kit.database.withSystem(({ client }) => client.query('select 1'));
    } catch (cause) {
      throw notReady(cause);
    }
    return { status: 'ready' };
  });
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(kit.metrics.registry.contentType).send(await kit.metrics.registry.metrics()),
  );
  app.get('/api/openapi.json', { config: { public: true }, schema: { hide: true } }, async () =>
    app.swagger(),
  );
}

function notReady(cause?: unknown): AppError {
  return new AppError({
    kind: 'unavailable',
    code: 'server.not_ready',
    message: {
      zh: '这个进程暂时无法处理请求（正在停止，或数据库没有响应）。请稍后重试。',
      en: 'This process cannot serve requests now: it is stopping, or the database does not answer. Try again shortly.',
    },
    cause,
  });
}
