import { type EventType, eventRegistry } from '@tokenholic/contracts';
import { defineService, type Kit, type MigrationSet, type Reactions, type Service } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { onEvent } from './reactions/on-event.ts';
import { copilotRoutes } from './routes.ts';
import { clientRoutes } from './routes-client.ts';

export const copilotMigrations: MigrationSet = {
  schema: 'copilot',
  folder: new URL('./migrations/', import.meta.url),
};

/** Every event type there is, those of services that come later too. */
const everyType = Object.values(eventRegistry).flatMap((types) => Object.keys(types)) as EventType[];
const reactions: Reactions = Object.fromEntries(everyType.map((type) => [type, onEvent]));

/** The agents' workspace: clients by attention, timelines of everything, tasks, drafts, notifications. */
export function copilotService(llm: Llm) {
  return defineService(
    (kit: Kit): Service => ({
      name: 'copilot',
      migrations: copilotMigrations,
      publishes: ['task.created', 'task.decided', 'draft.written'],
      consumes: reactions,
      routes: (app, options, done) => {
        copilotRoutes(kit, llm)(app, options, () => clientRoutes(kit, llm)(app, options, done));
      },
      jobs: {},
      tasks: ['copilot.summarise', 'copilot.write_draft'],
    }),
  );
}
