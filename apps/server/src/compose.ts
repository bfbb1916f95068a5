import { join } from 'node:path';
import compress from '@fastify/compress';
import multipart from '@fastify/multipart';
import {
  type Accounts,
  createAccounts,
  createAuthenticate,
  createPrincipals,
  createSmtpTransport,
  type Principals,
} from '@tokenholic/identity';
import {
  addSockets,
  createConsumer,
  createFileSecrets,
  createFolderBlobs,
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
import { createServices, migrations, type Parts, VERSION } from './services.ts';

export { migrations, type Parts, VERSION };

export interface Product {
  kit: Kit;
  app: HttpServer;
  principals: Principals;
  /** Null in demo mode. */
  accounts: Accounts | null;
  dispatcher: Dispatcher;
  close(): Promise<void>;
}

/** Opens the database this configuration names. */
export function openConfiguredDatabase(configuration: Configuration): Promise<Database> {
  const { databaseUrl, dataFolder } = configuration;
  return openDatabase({
    ...(databaseUrl === null ? {} : { url: databaseUrl }),
    folder: join(dataFolder, 'database'),
    migrations,
  });
}

export function createKit(configuration: Configuration, database: Database): Kit {
  return {
    database,
    blobs: createFolderBlobs(join(configuration.dataFolder, 'blobs')),
    secrets: createFileSecrets(join(configuration.dataFolder, 'secrets')),
    cache: createMemoryCache(500, Date.now),
    logger: createLogger(configuration.logLevel),
    metrics: createMetrics(),
    now: () => new Date(),
  };
}

/** Puts the house together: services on the kit, the front door, sockets, consumers and jobs. */
export async function compose(configuration: Configuration, kit: Kit, parts: Parts): Promise<Product> {
  const principals = createPrincipals(kit.database);
  const accounts = configuration.demo ? null : await openAccounts(configuration, kit, principals);
  const authenticate = createAuthenticate(principals, accounts);
  const services = createServices({ kit, configuration, principals, accounts, parts });
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
  const rooms = await createRooms(kit.database, kit.logger);
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
  kit.database.onCommit(() => {
    dispatcher.wake();
    void jobs.relay();
  });
  const close = () => shutDown(app, services, dispatcher, jobs, kit);
  return { kit, app, principals, accounts, dispatcher, close };
}

function openAccounts(configuration: Configuration, kit: Kit, principals: Principals): Promise<Accounts> {
  const { address, smtp } = configuration;
  const transport = smtp === null ? null : createSmtpTransport(smtp.url, smtp.from);
  return createAccounts(kit, principals, { address, transport });
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
