import {
  editDiagramSchema,
  engineSchema,
  feedbackPointSchema,
  readFeedbackSchema,
  refineSolutionSchema,
  solutionDiffSchema,
  solutionSchema,
} from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { z } from 'zod';
import { editDiagram } from './commands/edit-diagram.ts';
import { cancelRun, resumeRun } from './commands/end-run.ts';
import { readPoints, refineSolution } from './commands/refine-solution.ts';
import { restoreVersion } from './commands/restore-version.ts';
import { diffContents } from './domain/refine/diff.ts';
import { loadSolution, loadVersion, readSolution } from './queries/solutions.ts';
import { params, reach, read, tags, write } from './routes.ts';

const PATH = '/api/solutions/:solutionId';

/** Feedback becomes points, points become the next version; versions are compared and brought back. */
export function refineRoutes(kit: Kit, llm: Llm): ServiceRoutes {
  return (app, _options, done) => {
    const points = z.object({ points: z.array(feedbackPointSchema), engine: engineSchema });
    app.post(
      `${PATH}/points`,
      { config: write, schema: { tags, params, body: readFeedbackSchema, response: { 200: points } } },
      async (request) => {
        const { organizationId } = await kit.database.withTenant(reach(request), (tx) =>
          loadSolution(tx, request.params.solutionId),
        );
        return readPoints(llm, organizationId, request.body.feedback);
      },
    );
    app.post(
      `${PATH}/versions`,
      {
        config: write,
        schema: { tags, params, body: refineSolutionSchema, response: { 202: solutionSchema } },
      },
      async (request, reply) => {
        const { solutionId } = request.params;
        const principal = principalOf(request);
        await refineSolution(kit, principal, reach(request), solutionId, request.body);
        return reply.status(202).send(await readSolution(kit, reach(request), solutionId));
      },
    );
    app.post(
      `${PATH}/versions/:version/restore`,
      {
        config: write,
        schema: {
          tags,
          params: params.extend({ version: z.coerce.number().int().positive() }),
          response: { 200: solutionSchema },
        },
      },
      async (request) => {
        const { solutionId, version } = request.params;
        await restoreVersion(kit, principalOf(request), reach(request), solutionId, version);
        return readSolution(kit, reach(request), solutionId);
      },
    );
    for (const [verb, command] of [['cancel', cancelRun] as const, ['resume', resumeRun] as const])
      app.post(
        `${PATH}/run/${verb}`,
        { config: write, schema: { tags, params, response: { 200: solutionSchema } } },
        async (request) => {
          await command(kit, reach(request), request.params.solutionId);
          return readSolution(kit, reach(request), request.params.solutionId);
        },
      );
    app.post(
      `${PATH}/diagram`,
      { config: write, schema: { tags, params, body: editDiagramSchema, response: { 201: solutionSchema } } },
      async (request, reply) => {
        const { solutionId } = request.params;
        await editDiagram(kit, principalOf(request), reach(request), solutionId, request.body);
        return reply.status(201).send(await readSolution(kit, reach(request), solutionId));
      },
    );
    const querystring = z.object({
      from: z.coerce.number().int().positive(),
      to: z.coerce.number().int().positive(),
    });
    app.get(
      `${PATH}/compare`,
      { config: read, schema: { tags, params, querystring, response: { 200: solutionDiffSchema } } },
      async (request) => {
        const { from, to } = request.query;
        const { solutionId } = request.params;
        return kit.database.withTenant(reach(request), async (tx) => {
          await loadSolution(tx, solutionId);
          const before = await loadVersion(tx, solutionId, from);
          const after = await loadVersion(tx, solutionId, to);
          return { from, to, ...diffContents(before.content, after.content) };
        });
      },
    );
    done();
  };
}
