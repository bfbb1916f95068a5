import { type EventType, eventRegistry } from '@tokenholic/contracts';
import {
  createClock,
  defineService,
  type Kit,
  type MigrationSet,
  type Reactions,
  type Service,
} from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { z } from 'zod';
import type { Appearance } from './adapters/appearance.ts';
import { createWebhookPoster } from './adapters/webhook.ts';
import { deliverAllDue, deliverDue } from './commands/notices/deliver.ts';
import { DELIVER, oweNotices } from './commands/notices/owe.ts';
import { tellOverdue } from './commands/tell-overdue.ts';
import type { NoticePorts } from './ports.ts';
import { NOTIFY } from './reactions/note.ts';
import { onEvent, onEvents } from './reactions/on-event.ts';
import { copilotRoutes } from './routes.ts';
import { clientRoutes } from './routes-client.ts';
import { channelRoutes, noticeRoutes } from './routes-notices.ts';
import { sealedOfCopilot } from './sealed.ts';

export { type Appearance, createAppearance } from './adapters/appearance.ts';
export { keepFewUnread } from './commands/notices/keep-few-unread.ts';
export type { NoticePorts, Reader } from './ports.ts';
export { sealedClients, sealedTimeline } from './sealed.ts';

export const copilotMigrations: MigrationSet = {
  schema: 'copilot',
  folder: new URL('./migrations/', import.meta.url),
};

/** Every event type there is, those of services that come later too. */
const everyType = Object.values(eventRegistry).flatMap((types) => Object.keys(types)) as EventType[];
const reactions: Reactions = Object.fromEntries(everyType.map((type) => [type, onEvent]));

const DELIVER_EVERY = 5_000;
const OVERDUE_EVERY = 30_000;
const owedSchema = z
  .object({ noticeIds: z.array(z.uuid()) })
  // As the last release asked for it: such jobs may wait when this one starts.
  .or(z.object({ noticeId: z.uuid() }).transform(({ noticeId }) => ({ noticeIds: [noticeId] })));

/** The agents' workspace: clients by attention, timelines of everything, tasks, drafts, notifications. */
export function copilotService(llm: Llm, ports: NoticePorts, appearance: Appearance) {
  return defineService((kit: Kit): Service => {
    const { post, close } = createWebhookPoster(ports.allowedPrivateHosts);
    const parts = { ports, post, appearance };
    const clocks = [
      createClock(kit, 'notices', DELIVER_EVERY, () => deliverAllDue(kit, ports, post)),
      createClock(kit, 'overdue tasks', OVERDUE_EVERY, () => tellOverdue(kit)),
    ];
    return {
      name: 'copilot',
      migrations: copilotMigrations,
      sealed: sealedOfCopilot,
      publishes: ['task.created', 'task.decided', 'task.overdue', 'draft.written'],
      consumes: reactions,
      consumesTogether: onEvents,
      routes: (app, options, done) => {
        copilotRoutes(kit, llm)(app, options, () => {});
        noticeRoutes(kit, parts)(app, options, () => {});
        channelRoutes(kit, parts)(app, options, () => {});
        clientRoutes(kit, llm)(app, options, done);
      },
      jobs: {
        [NOTIFY]: async (data, { organizationId }) =>
          oweNotices(kit, ports, organizationId, owedSchema.parse(data).noticeIds),
        [DELIVER]: async (_data, { organizationId }) => deliverDue(kit, ports, post, organizationId),
      },
      tasks: ['copilot.summarise', 'copilot.write_draft'],
      start: async () => {
        for (const clock of clocks) await clock.start();
      },
      stop: async () => {
        for (const clock of clocks) await clock.stop();
        await close();
      },
    };
  });
}
