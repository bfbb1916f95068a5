import {
  clientSummarySchema,
  createTaskSchema,
  draftSchema,
  requestDraftSchema,
  taskDecisionSchema,
  timelineContextSchema,
  timelineEntrySchema,
  timelineKindSchema,
  workTaskSchema,
} from '@tokenholic/contracts';
import { type Kit, pageOf, pageQuerySchema, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { z } from 'zod';
import { createTask } from './commands/create-task.ts';
import { decideTask } from './commands/decide-task.ts';
import { openClient } from './commands/visit.ts';
import { editDraft, listDrafts, writeDraft } from './commands/write-draft.ts';
import { listTasks } from './queries/list-tasks.ts';
import { readClient, readContext, readTimeline } from './queries/read-timeline.ts';

const tags = ['copilot'];
const config = { permission: 'copilot.use' as const };
const clientParams = z.object({ clientId: z.uuid() });
const base = '/api/clients/:clientId/copilot';

/** The workspace of one client: its row, timeline, tasks and drafts. */
export function clientRoutes(kit: Kit, llm: Llm): ServiceRoutes {
  return (app, _options, done) => {
    app.get(
      base,
      {
        config,
        schema: {
          tags,
          params: clientParams,
          response: { 200: clientSummarySchema.extend({ kinds: z.array(timelineKindSchema) }) },
        },
      },
      async (request) => readClient(kit, principalOf(request), request.params.clientId),
    );
    app.post(
      `${base}/opened`,
      { config, schema: { tags, params: clientParams, response: { 204: z.null() } } },
      async (request, reply) => {
        await openClient(kit, principalOf(request), request.params.clientId);
        return reply.status(204).send(null);
      },
    );
    app.get(
      `${base}/timeline`,
      {
        config,
        schema: {
          tags,
          params: clientParams,
          querystring: pageQuerySchema.extend({ kind: timelineKindSchema.optional() }),
          response: { 200: pageOf(timelineEntrySchema) },
        },
      },
      async (request) => readTimeline(kit, request.params.clientId, request.query),
    );
    app.get(
      `${base}/timeline/:eventId`,
      {
        config,
        schema: {
          tags,
          params: clientParams.extend({ eventId: z.uuid() }),
          response: { 200: timelineContextSchema },
        },
      },
      async (request) => readContext(kit, request.params.clientId, request.params.eventId),
    );
    taskRoutes(kit)(app, _options, () => draftRoutes(kit, llm)(app, _options, done));
  };
}

function taskRoutes(kit: Kit): ServiceRoutes {
  return (app, _options, done) => {
    app.get(
      `${base}/tasks`,
      {
        config,
        schema: {
          tags,
          params: clientParams,
          response: { 200: z.object({ items: z.array(workTaskSchema) }) },
        },
      },
      async (request) => ({
        items: await listTasks(kit, principalOf(request), { clientId: request.params.clientId, limit: 50 }),
      }),
    );
    app.post(
      `${base}/tasks`,
      {
        config,
        schema: { tags, params: clientParams, body: createTaskSchema, response: { 201: workTaskSchema } },
      },
      async (request, reply) =>
        reply
          .status(201)
          .send(await createTask(kit, principalOf(request), request.params.clientId, request.body)),
    );
    app.post(
      `${base}/tasks/:taskId/decision`,
      {
        config,
        schema: {
          tags,
          params: clientParams.extend({ taskId: z.uuid() }),
          body: taskDecisionSchema,
          response: { 200: workTaskSchema },
        },
      },
      async (request) =>
        decideTask(kit, principalOf(request), request.params.clientId, request.params.taskId, request.body),
    );
    done();
  };
}

function draftRoutes(kit: Kit, llm: Llm): ServiceRoutes {
  return (app, _options, done) => {
    app.get(
      `${base}/drafts`,
      {
        config,
        schema: { tags, params: clientParams, response: { 200: z.object({ items: z.array(draftSchema) }) } },
      },
      async (request) => ({ items: await listDrafts(kit, request.params.clientId) }),
    );
    app.post(
      `${base}/drafts`,
      {
        config,
        schema: { tags, params: clientParams, body: requestDraftSchema, response: { 201: draftSchema } },
      },
      async (request, reply) =>
        reply
          .status(201)
          .send(await writeDraft(kit, llm, principalOf(request), request.params.clientId, request.body)),
    );
    app.put(
      `${base}/drafts/:draftId`,
      {
        config,
        schema: {
          tags,
          params: clientParams.extend({ draftId: z.uuid() }),
          body: z.object({
            /** Null brings back what the engine wrote. */
            wording: z
              .object({ subject: z.string().trim().min(1).max(200), body: z.string().min(1).max(20_000) })
              .nullable(),
          }),
          response: { 200: draftSchema },
        },
      },
      async (request) =>
        editDraft(kit, request.params.clientId, request.params.draftId, request.body.wording),
    );
    done();
  };
}
