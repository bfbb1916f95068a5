import {
  assignmentSchema,
  assignPracticeSchema,
  overrideScoreSchema,
  practiceSessionSchema,
  teamBoardSchema,
  thresholdsSchema,
} from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { assignPractice, setThresholds, withdrawAssignment } from './commands/assign-practice.ts';
import { overrideScore } from './commands/override-score.ts';
import type { PracticeSources } from './ports.ts';
import { listAssignments } from './queries/assignments.ts';
import { sellerOf } from './queries/sessions.ts';
import { readTeamBoard } from './queries/team-board.ts';

const manage = { permission: 'client.assign' } as const;
const tags = ['roleplay'];
const board = { 200: teamBoardSchema };

/** What managers do: read what was handed in, correct scores, assign practice, set what a certificate asks for. */
export function teamRoutes(kit: Kit, sources: PracticeSources): ServiceRoutes {
  return (app, _options, done) => {
    const read = (request: Parameters<typeof principalOf>[0]) =>
      readTeamBoard(kit, sources, principalOf(request));
    app.get(
      '/api/practice/assignments',
      {
        config: { permission: 'copilot.use' },
        schema: { tags, response: { 200: z.object({ items: z.array(assignmentSchema) }) } },
      },
      async (request) => ({ items: await listAssignments(kit, sellerOf(principalOf(request))) }),
    );
    app.get('/api/practice/team', { config: manage, schema: { tags, response: board } }, read);
    app.post(
      '/api/practice/assignments',
      { config: manage, schema: { tags, body: assignPracticeSchema, response: board } },
      async (request) => {
        await assignPractice(kit, sources, principalOf(request), request.body);
        return read(request);
      },
    );
    const one = z.object({ assignmentId: z.uuid() });
    app.delete(
      '/api/practice/assignments/:assignmentId',
      { config: manage, schema: { tags, params: one, response: board } },
      async (request) => {
        await withdrawAssignment(kit, principalOf(request), request.params.assignmentId);
        return read(request);
      },
    );
    app.put(
      '/api/practice/thresholds',
      { config: manage, schema: { tags, body: thresholdsSchema, response: board } },
      async (request) => {
        await setThresholds(kit, principalOf(request), request.body);
        return read(request);
      },
    );
    const session = z.object({ sessionId: z.uuid() });
    app.put(
      '/api/practice/sessions/:sessionId/override',
      {
        config: manage,
        schema: {
          tags,
          params: session,
          body: overrideScoreSchema,
          response: { 200: practiceSessionSchema },
        },
      },
      async (request) => overrideScore(kit, principalOf(request), request.params.sessionId, request.body),
    );
    done();
  };
}
