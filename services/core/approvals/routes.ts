import {
  absenceSchema,
  approvalCardSchema,
  approvalCountSchema,
  approvalQuestionSchema,
  approvalRouteSchema,
  approvalSchema,
  approvalSettingsSchema,
  approvalViewSchema,
  bulkApproveReportSchema,
  bulkApproveSchema,
  decideApprovalSchema,
  requestApprovalSchema,
  resubmitApprovalSchema,
  setAbsenceSchema,
} from '@tokenholic/contracts';
import { type Kit, pageOf, pageQuerySchema, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { approveTogether, decide } from './commands/decide.ts';
import { requestApproval } from './commands/request-approval.ts';
import { saveSettings } from './commands/save-settings.ts';
import { endAbsence, setAbsence } from './commands/set-absence.ts';
import { resubmit, withdraw } from './commands/take-back.ts';
import type { ApprovalPorts } from './ports.ts';
import { findRoute } from './queries/find-route.ts';
import { countApprovals, listApprovals } from './queries/list-approvals.ts';
import { readApproval } from './queries/read-approval.ts';
import { readSettings } from './queries/settings.ts';
import { listAbsences } from './queries/stand-ins.ts';

const tags = ['approvals'];
const config = { permission: 'approval.use' } as const;
const rules = { permission: 'approval.rules' } as const;
const params = z.object({ id: z.uuid() });
const one = { 200: approvalSchema };

/** The inbox: what waits, what was asked, and the words on it. */
export function approvalRoutes(kit: Kit, ports: ApprovalPorts): ServiceRoutes {
  return (app, options, done) => {
    app.get(
      '/api/approvals',
      {
        config,
        schema: {
          tags,
          querystring: pageQuerySchema.extend({ view: approvalViewSchema.default('mine') }),
          response: { 200: pageOf(approvalCardSchema) },
        },
      },
      (request) => listApprovals(kit, ports, principalOf(request), request.query),
    );
    app.get(
      '/api/approvals/count',
      { config, schema: { tags, response: { 200: approvalCountSchema } } },
      (request) => countApprovals(kit, ports, principalOf(request)),
    );
    app.post(
      '/api/approvals',
      { config, schema: { tags, body: requestApprovalSchema, response: { 201: approvalSchema } } },
      async (request, reply) =>
        reply.status(201).send(await requestApproval(kit, ports, principalOf(request), request.body)),
    );
    app.get('/api/approvals/:id', { config, schema: { tags, params, response: one } }, (request) =>
      readApproval(kit, ports, principalOf(request), request.params.id),
    );
    app.post(
      '/api/approvals/:id/decision',
      { config, schema: { tags, params, body: decideApprovalSchema, response: one } },
      (request) => decide(kit, ports, principalOf(request), request.params.id, request.body),
    );
    app.post(
      '/api/approvals/:id/resubmission',
      { config, schema: { tags, params, body: resubmitApprovalSchema, response: one } },
      (request) => resubmit(kit, ports, principalOf(request), request.params.id, request.body),
    );
    app.post(
      '/api/approvals/:id/withdrawal',
      { config, schema: { tags, params, response: one } },
      (request) => withdraw(kit, ports, principalOf(request), request.params.id),
    );
    app.post(
      '/api/approvals/bulk',
      { config, schema: { tags, body: bulkApproveSchema, response: { 200: bulkApproveReportSchema } } },
      (request) => approveTogether(kit, ports, principalOf(request), request.body.ids),
    );
    ruleRoutes(kit, ports)(app, options, done);
  };
}

/** Rules, and who decides while somebody is away. */
function ruleRoutes(kit: Kit, ports: ApprovalPorts): ServiceRoutes {
  return (app, _options, done) => {
    const kept = { 200: approvalSettingsSchema };
    const absences = { 200: z.object({ items: z.array(absenceSchema) }) };
    app.get('/api/approvals/settings', { config, schema: { tags, response: kept } }, (request) =>
      readSettings(kit, principalOf(request).homeOrganizationId),
    );
    app.put(
      '/api/approvals/settings',
      { config: rules, schema: { tags, body: approvalSettingsSchema, response: kept } },
      (request) => saveSettings(kit, principalOf(request), request.body),
    );
    app.post(
      '/api/approvals/route',
      { config, schema: { tags, body: approvalQuestionSchema, response: { 200: approvalRouteSchema } } },
      (request) => {
        const { user, homeOrganizationId: vendorId } = principalOf(request);
        return findRoute(kit, ports, { id: user.id, vendorId }, request.body);
      },
    );
    app.get('/api/approvals/absences', { config, schema: { tags, response: absences } }, async (request) => ({
      items: await listAbsences(kit, principalOf(request)),
    }));
    app.put(
      '/api/approvals/absences',
      { config, schema: { tags, body: setAbsenceSchema, response: absences } },
      async (request) => {
        await setAbsence(kit, ports, principalOf(request), request.body);
        return { items: await listAbsences(kit, principalOf(request)) };
      },
    );
    app.delete(
      '/api/approvals/absences/:id',
      { config, schema: { tags, params, response: absences } },
      async (request) => {
        await endAbsence(kit, principalOf(request), request.params.id);
        return { items: await listAbsences(kit, principalOf(request)) };
      },
    );
    done();
  };
}
