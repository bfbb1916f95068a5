import { practiceSessionSchema, startPracticeSchema } from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { say } from './commands/say.ts';
import { startSession } from './commands/start-session.ts';
import { linesOf, present } from './domain/present.ts';
import { listSessions, readSession } from './queries/sessions.ts';

const config = { permission: 'copilot.use' } as const;
const tags = ['roleplay'];
const params = z.object({ sessionId: z.uuid() });
const response = { 200: practiceSessionSchema };
const PATH = '/api/practice/sessions';

export function roleplayRoutes(kit: Kit): ServiceRoutes {
  const seller = (request: Parameters<typeof principalOf>[0]) => {
    const { homeOrganizationId, user } = principalOf(request);
    return { organizationId: homeOrganizationId, userId: user.id };
  };
  return (app, _options, done) => {
    app.get(
      PATH,
      { config, schema: { tags, response: { 200: z.object({ items: z.array(practiceSessionSchema) }) } } },
      async (request) => ({ items: (await listSessions(kit, seller(request))).map(present) }),
    );
    app.post(PATH, { config, schema: { tags, body: startPracticeSchema, response } }, async (request) =>
      present(await startSession(kit, seller(request), request.body)),
    );
    app.get(`${PATH}/:sessionId`, { config, schema: { tags, params, response } }, async (request) =>
      present(await readSession(kit, seller(request), request.params.sessionId)),
    );
    const body = z.object({ text: z.string().trim().min(1).max(2_000) });
    app.post(
      `${PATH}/:sessionId/lines`,
      { config, schema: { tags, params, body, response } },
      async (request) =>
        present(await say(kit, seller(request), request.params.sessionId, request.body.text)),
    );
    app.post(`${PATH}/:sessionId/end`, { config, schema: { tags, params, response } }, async (request) =>
      present(await say(kit, seller(request), request.params.sessionId, null)),
    );
    const from = z.object({ keepLines: z.number().int().min(0).max(20) });
    app.post(
      `${PATH}/:sessionId/retry`,
      { config, schema: { tags, params, body: from, response } },
      async (request) => {
        const row = await readSession(kit, seller(request), request.params.sessionId);
        const lines = linesOf(row.turns).slice(
          0,
          Math.min(request.body.keepLines, linesOf(row.turns).length - 1),
        );
        return present(await startSession(kit, seller(request), row, { from: row.id, lines }));
      },
    );
    done();
  };
}
