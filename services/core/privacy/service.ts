import { defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import { openTables } from './adapters/gate.ts';
import { settleErasures } from './commands/settle-erasures.ts';
import type { PrivacyPorts } from './ports.ts';
import { privacyRoutes } from './routes.ts';

export { settleErasures } from './commands/settle-erasures.ts';
export { registry } from './domain/registry.ts';
export type { PrivacyPorts };

export const privacyMigrations: MigrationSet = {
  schema: 'privacy',
  folder: new URL('./migrations/', import.meta.url),
};

const SETTLE_EVERY_MS = 60_000;

/** Where data of people lives, what can be taken along, and what is erased. */
export function privacyService(ports: PrivacyPorts) {
  return defineService((kit: Kit): Service => {
    let timer: NodeJS.Timeout | undefined;
    const settle = () =>
      void settleErasures(kit).catch((error) =>
        kit.logger.error({ err: error }, 'erasures could not be settled'),
      );
    return {
      name: 'privacy',
      migrations: privacyMigrations,
      publishes: [],
      consumes: {},
      routes: privacyRoutes(kit, ports),
      jobs: {},
      tasks: [],
      start: async () => {
        await openTables(kit.database);
        timer = setInterval(settle, SETTLE_EVERY_MS);
        timer.unref();
      },
      stop: async () => clearInterval(timer),
    };
  });
}
