import { join } from 'node:path';
import compress from '@fastify/compress';
import multipart from '@fastify/multipart';
import { createAuthenticate, createPrincipals, type Principals } from '@tokenholic/identity';
import {
  addSockets,
  createConsumer,
  createFileSecrets,
  createHttpServer,
  createLogger,
  createMemoryCache,
  createMetrics,
  createRooms,
  type Database,
  type Dispatcher,
  eventRoutes,
  type HttpServer,
  type Jobs,
  type Kit,
  openDatabase,
  type Service,
  startDispatcher,
  startJobs,
} from '@tokenholic/kit';
import type { Configuration } from './configuration.ts';
import { addHealth } from './health.ts';
import { embeddedPorts, type Ports } from './ports.ts';
import { createServices, migrations, type Parts, VERSION } from './services.ts';

export { migrations, type Parts, VERSION };

export interface Product {
  kit: Kit;
  app: HttpServer;
  principals: Principals;
  dispatcher: Dispatcher;
  close(): Promise<void>;
}

const LOG_GREW = 'log';

/** Opens the database this configuration names. */
export function openConfiguredDatabase(configuration: Configuration): Promise<Database> {
  const { databaseUrl, dataFolder } = configuration;
  return openDatabase({
    ...(databaseUrl === null ? {} : { url: databaseUrl }),
    folder: join(dataFolder, 'database'),
    migrations,
  });
}

export function createKit(
  configuration: Configuration,
  database: Database,
  ports: Ports = embeddedPorts(configuration),
): Kit {
  const { blobs, sharedCache, locks, announcements } = ports;
  return {
    ...{ database, blobs, sharedCache, locks, announcements },
    secrets: createFileSecrets(join(configuration.dataFolder, 'secrets')),
    cache: createMemoryCache(500, Date.now),
    logger: createLogger(configuration.logLevel),
    metrics: createMetrics(),
    now: () => new Date(),
  };
}

/** Puts the house together: services on the kit, the front door, sockets, consumers and jobs. */
export async function compose(configuration: Configuration, kit: Kit, parts: Parts): Promise<Product> {
  const principals = announcePrincipals(kit, createPrincipals(kit.database));
  const authenticate = createAuthenticate(principals, configuration.demo);
  const services = createServices({ kit, configuration, principals, parts });
  for (const service of services) await service.start?.();

  const app = await createHttpServer({ kit, authenticate, version: VERSION, publicPaths: ['/api/docs'] });
  await app.register(compress, { threshold: 2_048, encodings: ['gzip', 'deflate'] });
  await app.register(multipart);
  const consuming = services.filter((service) => Object.keys(service.consumes).length > 0);
  await app.register(
    eventRoutes(
      kit,
      consuming.map(({ name, consumes }) => ({ name, types: Object.keys(consumes) })),
    ),
  );
  for (const service of services) await app.register(service.routes);
  await addHealth(app, kit);
  const rooms = await createRooms(kit.database, kit.logger, ({ topic }) => {
    if (topic === 'client_events' && kit.database.kind === 'postgres') principals.forgetHere();
  });
  await addSockets(app, rooms, authenticate);

  const consumers = consuming.map((service) => createConsumer(service.name, service.consumes, kit));
  const dispatcher = startDispatcher([rooms, ...consumers], kit.logger);
  const jobs = await startJobs({
    database: kit.database,
    handlers: Object.assign({}, ...services.map((service) => service.jobs)),
    logger: kit.logger,
    metrics: kit.metrics,
    concurrency: 2,
  });
  const wake = () => {
    dispatcher.wake();
    void jobs.relay();
  };
  kit.database.onCommit(() => {
    wake();
    kit.announcements.announce(LOG_GREW);
  });
  kit.announcements.onAnnouncement(LOG_GREW, wake);
  return { kit, app, principals, dispatcher, close: () => shutDown(app, services, dispatcher, jobs, kit) };
}

/** Forgotten in one process, forgotten in all: at once by announcement, and without it when the change is read in the log. */
function announcePrincipals(kit: Kit, principals: Principals): Principals & { forgetHere: () => void } {
  const forgetHere = () => principals.forget();
  kit.announcements.onAnnouncement('principals', forgetHere);
  kit.announcements.onGap(forgetHere);
  return {
    ...principals,
    forget: () => {
      forgetHere();
      kit.announcements.announce('principals');
    },
    forgetHere,
  };
}

async function shutDown(
  app: HttpServer,
  services: readonly Service[],
  dispatcher: Dispatcher,
  jobs: Jobs,
  kit: Kit,
): Promise<void> {
  await app.close();
  await jobs.stop();
  await dispatcher.stop();
  for (const service of services) await service.stop?.();
  await kit.database.close();
}
