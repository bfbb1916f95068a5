import { retentionRunSchema, retentionRunsSchema } from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { applyRetention } from './commands/apply-retention.ts';
import type { PrivacyPorts } from './ports.ts';
import { listRetention } from './queries/list-retention.ts';

const tags = ['privacy'];
const config = { permission: 'installation.manage' as const };

/** How long rows are kept: reports, a trial run that only counts, and a run. */
export function retentionRoutes(kit: Kit, ports: PrivacyPorts): ServiceRoutes {
  const keeperFor = async (home: string) => (await ports.findVendor()) ?? home;
  return (app, _options, done) => {
    app.get(
      '/api/privacy/retention',
      { config, schema: { tags, response: { 200: retentionRunsSchema } } },
      async (request) => ({
        items: await listRetention(kit, await keeperFor(principalOf(request).homeOrganizationId)),
      }),
    );
    app.post(
      '/api/privacy/retention',
      {
        config,
        schema: { tags, body: z.object({ dry: z.boolean() }), response: { 200: retentionRunSchema } },
      },
      async (request) => {
        const { user, homeOrganizationId } = principalOf(request);
        const keeper = await keeperFor(homeOrganizationId);
        return applyRetention(kit, ports, { keeper, startedBy: user.id, dry: request.body.dry });
      },
    );
    done();
  };
}
