import { defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import { type Connections, createConnections } from './adapters/connections.ts';
import { settingsRoutes } from './routes.ts';

export { type Connections, createConnections };

export const settingsMigrations: MigrationSet = {
  schema: 'settings',
  folder: new URL('./migrations/', import.meta.url),
};

/** Connections to models, search and browsers, set by people instead of the environment. */
export function settingsService(connections: Connections, allowedPrivateHosts: readonly string[]) {
  return defineService(
    (kit: Kit): Service => ({
      name: 'settings',
      migrations: settingsMigrations,
      publishes: [],
      consumes: {},
      routes: settingsRoutes(kit, connections, allowedPrivateHosts),
      jobs: {},
      tasks: [],
    }),
  );
}
