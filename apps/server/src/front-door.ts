import compress from '@fastify/compress';
import multipart from '@fastify/multipart';
import type { Appearance } from '@tokenholic/copilot';
import { type Accounts, createAuthenticate, createConfirmed, type Principals } from '@tokenholic/identity';
import {
  addSockets,
  createHttpServer,
  createRooms,
  eventRoutes,
  type HttpServer,
  type Kit,
  type LogWindow,
  type Rooms,
  type Service,
} from '@tokenholic/kit';
import { addHealth, type Life } from './health.ts';
import { consumersOf } from './roles.ts';
import { VERSION } from './services.ts';

export interface FrontDoor {
  app: HttpServer;
  rooms: Rooms;
}

export interface FrontDoorOptions {
  kit: Kit;
  life: Life;
  log: LogWindow;
  accounts: Accounts | null;
  principals: Principals & { forgetHere: () => void };
  appearance: Appearance;
  services: readonly Service[];
}

/** Everything a browser or another program talks to: routes of all services, sockets, health. */
export async function openFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  const { kit, life, log, accounts, principals, appearance, services } = options;
  const authenticate = createAuthenticate(principals, accounts, () => kit.now().getTime());
  const app = await createHttpServer({
    ...{ kit, authenticate, version: VERSION, publicPaths: ['/api/docs'] },
    confirmed: createConfirmed(accounts),
  });
  await app.register(compress, { threshold: 2_048, encodings: ['gzip', 'deflate'] });
  await app.register(multipart);
  await app.register(eventRoutes(kit, consumersOf(services)));
  for (const service of services) await app.register(service.routes);
  await addHealth(app, kit, life);
  const { database, logger, announcements, now } = kit;
  const rooms = await createRooms({
    ...{ database, logger, readOn: log.readOn },
    beforeDelivery: ({ topic }) => {
      // Another process may have changed who may hear this.
      if (topic === 'client_events' && kit.database.kind === 'postgres') principals.forgetHere();
    },
    presence: { announcements, now, appearsOffline: appearance.appearsOffline },
  });
  appearance.onChange(() => {
    rooms
      .reviewPresence()
      .catch((error) => kit.logger.warn({ err: error }, 'presence could not be reviewed'));
  });
  app.addHook('onClose', async () => rooms.close());
  await addSockets(app, rooms, authenticate, kit.metrics);
  return { app, rooms };
}

/** What a process without API answers: whether it lives, can work, and its metrics. */
export async function openHealthDoor(kit: Kit, life: Life): Promise<HttpServer> {
  const app = await createHttpServer({ kit, authenticate: async () => null, version: VERSION });
  await addHealth(app, kit, life);
  return app;
}
