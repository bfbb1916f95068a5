import {
  channelTrialSchema,
  noticeChannelSchema,
  noticeLevelSchema,
  noticeListSchema,
  noticeSettingsSchema,
  saveChannelSchema,
  saveNoticeSettingsSchema,
} from '@tokenholic/contracts';
import { type Kit, pageQuerySchema, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import { z } from 'zod';
import type { Appearance } from './adapters/appearance.ts';
import {
  listChannels,
  removeChannel,
  resendChannel,
  saveChannel,
  tryChannel,
} from './commands/notices/channels.ts';
import { readAllNotices, readNotices } from './commands/notices/read-notices.ts';
import { saveNoticeSettings } from './commands/notices/save-settings.ts';
import type { NoticePorts, PostWebhook } from './ports.ts';
import { listNotices } from './queries/list-notices.ts';
import { readNoticeSettings } from './queries/notice-settings.ts';

const tags = ['notices'];
const config = { permission: 'copilot.use' as const };
const manage = { permission: 'settings.manage' as const };
const MOST_AT_ONCE = 200;

export interface NoticeParts {
  ports: NoticePorts;
  post: PostWebhook;
  appearance: Appearance;
}

/** A person's notices, and how that person wants to be told. */
export function noticeRoutes(kit: Kit, { ports, appearance }: NoticeParts): ServiceRoutes {
  return (app, _options, done) => {
    app.get(
      '/api/copilot/notices',
      {
        config,
        schema: {
          tags,
          querystring: pageQuerySchema.extend({
            level: noticeLevelSchema.optional(),
            client: z.uuid().optional(),
            unread: z.stringbool().default(false),
          }),
          response: { 200: noticeListSchema },
        },
      },
      async (request) => {
        const { client, ...rest } = request.query;
        const samples = ports.samplesArriving();
        return listNotices(kit, principalOf(request), { ...rest, clientId: client }, samples);
      },
    );
    app.post(
      '/api/copilot/notices/read',
      {
        config,
        schema: {
          tags,
          body: z.object({ ids: z.union([z.literal('all'), z.array(z.uuid()).min(1).max(MOST_AT_ONCE)]) }),
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        const { ids } = request.body;
        if (ids === 'all') await readAllNotices(kit, principalOf(request));
        else await readNotices(kit, principalOf(request), ids);
        return reply.status(204).send(null);
      },
    );
    app.get(
      '/api/copilot/notice-settings',
      { config, schema: { tags, response: { 200: noticeSettingsSchema } } },
      async (request) => readNoticeSettings(kit, ports, principalOf(request)),
    );
    app.put(
      '/api/copilot/notice-settings',
      { config, schema: { tags, body: saveNoticeSettingsSchema, response: { 200: noticeSettingsSchema } } },
      async (request) => {
        await saveNoticeSettings(kit, appearance, principalOf(request), request.body);
        return readNoticeSettings(kit, ports, principalOf(request));
      },
    );
    done();
  };
}

const PATH = '/api/settings/notice-channels';
const params = z.object({ channelId: z.uuid() });
const answer = { 200: z.object({ items: z.array(noticeChannelSchema) }) };

/** Chats outside that an organisation's notices go to. */
export function channelRoutes(kit: Kit, { ports, post }: NoticeParts): ServiceRoutes {
  return (app, _options, done) => {
    app.get(PATH, { config: manage, schema: { tags, response: answer } }, async (request) => ({
      items: await listChannels(kit, principalOf(request)),
    }));
    app.put(
      `${PATH}/:channelId`,
      {
        config: { ...manage, confidential: true },
        schema: { tags, params, body: saveChannelSchema, response: answer },
      },
      async (request) => {
        await saveChannel(kit, ports, principalOf(request), request.params.channelId, request.body);
        return { items: await listChannels(kit, principalOf(request)) };
      },
    );
    app.delete(
      `${PATH}/:channelId`,
      { config: manage, schema: { tags, params, response: answer } },
      async (request) => {
        await removeChannel(kit, principalOf(request), request.params.channelId);
        return { items: await listChannels(kit, principalOf(request)) };
      },
    );
    app.post(
      `${PATH}/:channelId/try`,
      { config: manage, schema: { tags, params, response: { 200: channelTrialSchema } } },
      async (request) => tryChannel(kit, ports, post, principalOf(request), request.params.channelId),
    );
    app.post(
      `${PATH}/:channelId/resend`,
      { config: manage, schema: { tags, params, response: answer } },
      async (request) => {
        await resendChannel(kit, principalOf(request), request.params.channelId);
        return { items: await listChannels(kit, principalOf(request)) };
      },
    );
    done();
  };
}
