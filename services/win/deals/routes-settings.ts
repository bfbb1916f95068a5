import { dealSettingsSchema, dealViewSchema, saveDealViewSchema } from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import { saveSettings } from './commands/save-settings.ts';
import { removeView, saveView } from './commands/save-view.ts';
import { listOwners, ownerSchema } from './queries/list-owners.ts';
import { listViews } from './queries/list-views.ts';
import { readSettings } from './queries/settings.ts';

const tags = ['deals'];
const read = { permission: 'deal.read' } as const;
const many = <T extends z.ZodType>(item: T) => ({ 200: z.object({ items: z.array(item) }) });

/** What the organisation calls its stages, fields of its own, and filters that were given a name. */
export function settingsRoutes(kit: Kit): ServiceRoutes {
  return (app, _options, done) => {
    app.get(
      '/api/deals/settings',
      { config: read, schema: { tags, response: { 200: dealSettingsSchema } } },
      (request) => readSettings(kit, principalOf(request)),
    );
    app.put(
      '/api/deals/settings',
      {
        config: { permission: 'settings.manage' },
        schema: { tags, body: dealSettingsSchema, response: { 200: dealSettingsSchema } },
      },
      (request) => saveSettings(kit, principalOf(request), request.body),
    );
    app.get(
      '/api/deals/owners',
      { config: read, schema: { tags, response: many(ownerSchema) } },
      async (request) => ({
        items: await listOwners(kit, principalOf(request)),
      }),
    );
    app.get(
      '/api/deals/views',
      { config: read, schema: { tags, response: many(dealViewSchema) } },
      async (request) => ({
        items: await listViews(kit, principalOf(request)),
      }),
    );
    app.post(
      '/api/deals/views',
      { config: read, schema: { tags, body: saveDealViewSchema, response: { 204: z.null() } } },
      async (request, reply) => {
        await saveView(kit, principalOf(request), request.body);
        return reply.status(204).send(null);
      },
    );
    app.delete(
      '/api/deals/views/:viewId',
      { config: read, schema: { tags, params: z.object({ viewId: z.uuid() }), response: { 204: z.null() } } },
      async (request, reply) => {
        await removeView(kit, principalOf(request), request.params.viewId);
        return reply.status(204).send(null);
      },
    );
    done();
  };
}
