import {
  bulkEditSchema,
  careReportSchema,
  careStepSchema,
  duplicateSchema,
  mergeSchema,
} from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { bulkEdit } from './commands/bulk-edit.ts';
import { merge, undoCare } from './commands/care.ts';
import type { DealApprovals } from './ports.ts';
import { findDuplicates, listCareSteps } from './queries/read-care.ts';

const tags = ['deals'];
const config = { permission: 'deal.write' } as const;
const stepSchema = careStepSchema.extend({ records: z.number().int() });

/** Care of many records: one change of many, two made one, and all of it taken back. */
export function careRoutes(kit: Kit, approvals: DealApprovals): ServiceRoutes {
  return (app, _options, done) => {
    app.post(
      '/api/deals/bulk',
      { config, schema: { tags, body: bulkEditSchema, response: { 200: careReportSchema } } },
      (request) => bulkEdit(kit, approvals, principalOf(request), request.body),
    );
    app.get(
      '/api/deals/duplicates',
      { config, schema: { tags, response: { 200: z.object({ items: z.array(duplicateSchema) }) } } },
      async (request) => ({ items: await findDuplicates(kit, principalOf(request)) }),
    );
    app.post(
      '/api/deals/merge',
      { config, schema: { tags, body: mergeSchema, response: { 204: z.null() } } },
      async (request, reply) => {
        await merge(kit, principalOf(request), request.body);
        return reply.status(204).send(null);
      },
    );
    app.get(
      '/api/deals/care',
      { config, schema: { tags, response: { 200: z.object({ items: z.array(stepSchema) }) } } },
      async (request) => ({ items: await listCareSteps(kit, principalOf(request)) }),
    );
    app.post(
      '/api/deals/care/:operationId/undo',
      {
        config,
        schema: { tags, params: z.object({ operationId: z.uuid() }), response: { 200: careReportSchema } },
      },
      (request) => undoCare(kit, principalOf(request), request.params.operationId),
    );
    done();
  };
}
