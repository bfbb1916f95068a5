import type {} from '@fastify/multipart';
import {
  corpusHitSchema,
  evidencePageSchema,
  findingSchema,
  findingsWorkbenchSchema,
  materialSchema,
  researchInputSchema,
  researchIntervalSchema,
  researchRunSchema,
  researchScheduleSchema,
  saveReviewSchema,
  sourceFreshnessSchema,
} from '@tokenholic/contracts';
import {
  inspectUpload,
  type Kit,
  pageOf,
  pageQuerySchema,
  principalOf,
  type ServiceRoutes,
} from '@tokenholic/kit';
import { z } from 'zod';
import { applyAllReviews } from './commands/apply-reviews.ts';
import { endRunEarly } from './commands/end-run.ts';
import { addMaterial, listMaterials, removeMaterial } from './commands/materials.ts';
import { resumeRun } from './commands/resume-run.ts';
import { reviewFinding } from './commands/review-finding.ts';
import { readSchedule, scheduleResearch } from './commands/schedule-research.ts';
import { startRun } from './commands/start-run.ts';
import { fileMissing, fileTooLarge } from './domain/run/failures.ts';
import { getPage, listFindings, listPages, pageSummarySchema } from './queries/evidence.ts';
import { readFreshness } from './queries/read-freshness.ts';
import { getRun, listRuns } from './queries/runs.ts';
import { readWorkbench, searchCorpus } from './queries/workbench.ts';

const client = z.object({ clientId: z.uuid() });
const oneRun = client.extend({ runId: z.uuid() });
const read = { permission: 'client.read' } as const;
const run = { permission: 'research.run' } as const;
export const MAXIMUM_FILE_MEGABYTES = 50;

const items = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

export function researchRoutes(kit: Kit): ServiceRoutes {
  return (app, _options, done) => {
    app.post(
      '/api/clients/:clientId/research-runs',
      {
        config: run,
        schema: {
          tags: ['research'],
          params: client,
          body: researchInputSchema,
          response: { 202: researchRunSchema },
        },
      },
      async (request, reply) => {
        const { clientId } = request.params;
        const started = await kit.database.withTenant([clientId], (tx) =>
          startRun(kit, tx, clientId, request.body),
        );
        return reply.status(202).send(started);
      },
    );
    app.get(
      '/api/clients/:clientId/research-runs',
      {
        config: read,
        schema: {
          tags: ['research'],
          params: client,
          querystring: pageQuerySchema,
          response: { 200: pageOf(researchRunSchema) },
        },
      },
      async (request) => listRuns(kit, request.params.clientId, request.query),
    );
    app.get(
      '/api/clients/:clientId/research-runs/:runId',
      { config: read, schema: { tags: ['research'], params: oneRun, response: { 200: researchRunSchema } } },
      async (request) => getRun(kit, request.params.clientId, request.params.runId),
    );
    app.post(
      '/api/clients/:clientId/research-runs/:runId/cancel',
      { config: run, schema: { tags: ['research'], params: oneRun, response: { 200: researchRunSchema } } },
      async (request) => endRunEarly(kit, request.params.clientId, request.params.runId, 'cancelled', null),
    );
    app.post(
      '/api/clients/:clientId/research-runs/:runId/resume',
      { config: run, schema: { tags: ['research'], params: oneRun, response: { 200: researchRunSchema } } },
      async (request) => resumeRun(kit, request.params.clientId, request.params.runId),
    );
    app.get(
      '/api/clients/:clientId/findings',
      {
        config: read,
        schema: { tags: ['research'], params: client, response: { 200: items(findingSchema) } },
      },
      async (request) => ({ items: await listFindings(kit, request.params.clientId) }),
    );
    app.get(
      '/api/clients/:clientId/pages',
      {
        config: read,
        schema: { tags: ['research'], params: client, response: { 200: items(pageSummarySchema) } },
      },
      async (request) => ({ items: await listPages(kit, request.params.clientId) }),
    );
    app.get(
      '/api/clients/:clientId/pages/:pageId',
      {
        config: read,
        schema: {
          tags: ['research'],
          params: client.extend({ pageId: z.uuid() }),
          response: { 200: evidencePageSchema },
        },
      },
      async (request) => getPage(kit, request.params.clientId, request.params.pageId),
    );
    addSchedule(app, kit);
    addWorkbench(app, kit);
    addMaterials(app, kit);
    done();
  };
}

function addSchedule(app: Parameters<ServiceRoutes>[0], kit: Kit): void {
  const path = '/api/clients/:clientId/research-schedule';
  const response = { 200: researchScheduleSchema };
  app.get(path, { config: read, schema: { tags: ['research'], params: client, response } }, async (request) =>
    readSchedule(kit, request.params.clientId),
  );
  app.put(
    path,
    {
      config: run,
      schema: {
        tags: ['research'],
        params: client,
        body: z.object({ every: researchIntervalSchema.nullable() }),
        response,
      },
    },
    async (request) =>
      scheduleResearch(kit, principalOf(request), request.params.clientId, request.body.every),
  );
  app.get(
    '/api/clients/:clientId/sources',
    {
      config: read,
      schema: { tags: ['research'], params: client, response: { 200: items(sourceFreshnessSchema) } },
    },
    async (request) => ({ items: await readFreshness(kit, request.params.clientId) }),
  );
}

function addWorkbench(app: Parameters<ServiceRoutes>[0], kit: Kit): void {
  const workbench = { 200: findingsWorkbenchSchema };
  app.get(
    '/api/clients/:clientId/findings/workbench',
    { config: read, schema: { tags: ['research'], params: client, response: workbench } },
    async (request) => readWorkbench(kit, request.params.clientId),
  );
  app.put(
    '/api/clients/:clientId/findings/review',
    {
      config: run,
      schema: { tags: ['research'], params: client, body: saveReviewSchema, response: workbench },
    },
    async (request) => {
      const { clientId } = request.params;
      await reviewFinding(kit, principalOf(request), clientId, request.body);
      return readWorkbench(kit, clientId);
    },
  );
  app.post(
    '/api/clients/:clientId/findings/apply',
    { config: run, schema: { tags: ['research'], params: client, response: workbench } },
    async (request) => {
      const { clientId } = request.params;
      await applyAllReviews(kit, clientId);
      return readWorkbench(kit, clientId);
    },
  );
  app.get(
    '/api/clients/:clientId/corpus',
    {
      config: read,
      schema: {
        tags: ['research'],
        params: client,
        querystring: z.object({ question: z.string().trim().min(1).max(300) }),
        response: { 200: items(corpusHitSchema) },
      },
    },
    async (request) => ({
      items: await searchCorpus(kit, request.params.clientId, request.query.question),
    }),
  );
}

function addMaterials(app: Parameters<ServiceRoutes>[0], kit: Kit): void {
  app.post(
    '/api/clients/:clientId/materials',
    {
      config: run,
      schema: {
        tags: ['research'],
        params: client,
        consumes: ['multipart/form-data'],
        response: { 201: materialSchema },
      },
    },
    async (request, reply) => {
      const file = await request.file({ limits: { fileSize: MAXIMUM_FILE_MEGABYTES * 1_000_000, files: 1 } });
      if (file === undefined) throw fileMissing();
      const bytes = await file.toBuffer().catch(() => null);
      if (bytes === null || file.file.truncated) throw fileTooLarge(MAXIMUM_FILE_MEGABYTES);
      const { filename: fileName, mimetype: mediaType } = file;
      inspectUpload(fileName, bytes);
      return reply
        .status(201)
        .send(await addMaterial(kit, request.params.clientId, { fileName, mediaType, bytes }));
    },
  );
  app.get(
    '/api/clients/:clientId/materials',
    {
      config: read,
      schema: { tags: ['research'], params: client, response: { 200: items(materialSchema) } },
    },
    async (request) => ({ items: await listMaterials(kit, request.params.clientId) }),
  );
  app.delete(
    '/api/clients/:clientId/materials/:materialId',
    {
      config: run,
      schema: {
        tags: ['research'],
        params: client.extend({ materialId: z.uuid() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await removeMaterial(kit, request.params.clientId, request.params.materialId);
      return reply.status(204).send(null);
    },
  );
}
