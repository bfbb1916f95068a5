import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createAppearance } from '@tokenholic/copilot';
import {
  type Accounts,
  createAccounts,
  createSmtpTransport,
  type Principals,
  rangeService,
  type SampleArrival,
  shippedList,
} from '@tokenholic/identity';
import {
  createDatabaseSecrets,
  createFileSecrets,
  createLogger,
  createLogWindow,
  createMemoryCache,
  createMetrics,
  createSealedBlobs,
  createVault,
  type Database,
  type Dispatcher,
  type HttpServer,
  type Kit,
  openDatabase,
} from '@tokenholic/kit';
import { type Configuration, ConfigurationFault } from './configuration.ts';
import { openFrontDoor, openHealthDoor } from './front-door.ts';
import type { Life } from './health.ts';
import { keepersOf } from './key-service.ts';
import { embeddedPorts, type Ports } from './ports.ts';
import { announcedPrincipals } from './principals.ts';
import { serviceFaults, workedOn } from './roles.ts';
import { createServices, migrations, type Parts, VERSION } from './services.ts';
import { startWork } from './work.ts';

export { migrations, type Parts, VERSION };

export interface Product {
  kit: Kit;
  app: HttpServer;
  principals: Principals;
  /** Null in demo mode. */
  accounts: Accounts | null;
  samples: SampleArrival;
  dispatcher: Dispatcher;
  close(): Promise<void>;
}

/** Opens the database this configuration names. `onMadeAnew` hears why an embedded one was not the one that ships. */
export function openConfiguredDatabase(
  configuration: Configuration,
  onMadeAnew: (why: string) => void = () => {},
): Promise<Database> {
  const { databaseUrl, dataFolder } = configuration;
  return openDatabase({
    ...(databaseUrl === null ? {} : { url: databaseUrl }),
    folder: join(dataFolder, 'database'),
    onMadeAnew,
    migrations,
  });
}

const NOT_THERE_YET = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', '57P03']);
const LONGEST_WAIT_MILLISECONDS = 5 * 60_000;

/** Processes and servers may start in any order: a database that is not there yet is waited for. */
export async function awaitDatabase(
  open: () => Promise<Database>,
  say: (text: string) => void,
): Promise<Database> {
  const until = performance.now() + LONGEST_WAIT_MILLISECONDS;
  for (let tries = 0; ; tries += 1) {
    try {
      return await open();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!NOT_THERE_YET.has(code) || performance.now() > until) throw error;
      if (tries % 10 === 0) say(`waiting for the database (${code})`);
      await pause(500);
    }
  }
}

export function createKit(
  configuration: Configuration,
  database: Database,
  ports: Ports = embeddedPorts(configuration),
): Kit {
  const { blobs, sharedCache, locks, announcements } = ports;
  const vault = createVault({
    ...{ database, announcements },
    ...{ keepers: keepersOf(configuration), now: () => new Date() },
  });
  database.sealWith(vault);
  return {
    ...{ database, sharedCache, locks, announcements },
    blobs: createSealedBlobs(blobs, { database, vault }),
    secrets:
      configuration.secretKey === null
        ? createFileSecrets(join(configuration.dataFolder, 'secrets'))
        : createDatabaseSecrets(database, configuration.secretKey),
    vault,
    cache: createMemoryCache(500, Date.now),
    logger: createLogger(configuration.logLevel),
    metrics: createMetrics(),
    now: () => new Date(),
  };
}

/** Puts together what this process is for: services on the kit, the front door or only its health, events and jobs. */
export async function compose(configuration: Configuration, kit: Kit, parts: Parts): Promise<Product> {
  // Before any transaction, so that none ever waits for a key service.
  await kit.vault.ready();
  const principals = announcedPrincipals(kit);
  const accounts = configuration.demo ? null : await openAccounts(configuration, kit, principals);
  const appearance = createAppearance(kit);
  const samples: SampleArrival = { arriving: false };
  const services = createServices({ kit, configuration, principals, accounts, samples, appearance, parts });
  const { part } = configuration;
  const faults = serviceFaults(part, services);
  if (faults.length > 0) throw new ConfigurationFault(`TOKENHOLIC_SERVICES: ${faults.join('; ')}`);
  const started = part.roles.has('api') ? services : workedOn(part, services);
  for (const service of started) await service.start?.();

  const life: Life = { stopping: false };
  const log = await createLogWindow(kit.database);
  const { app, rooms } = part.roles.has('api')
    ? await openFrontDoor({ kit, life, log, accounts, principals, appearance, services })
    : { app: await openHealthDoor(kit, life), rooms: null };
  const work = await startWork(kit, configuration, services, log, rooms);
  const close = async () => {
    // Told before it is done, so that nobody sends new requests here.
    life.stopping = true;
    await app.close();
    await work.stop();
    for (const service of started) await service.stop?.();
    await kit.database.close();
  };
  return { kit, app, principals, accounts, samples, dispatcher: work.dispatcher, close };
}

async function openAccounts(
  configuration: Configuration,
  kit: Kit,
  principals: Principals,
): Promise<Accounts> {
  const { address, smtp, idleMinutes, breachedPasswords } = configuration;
  const transport = smtp === null ? null : await createSmtpTransport(smtp.url, smtp.from);
  const online =
    breachedPasswords === null
      ? []
      : [
          rangeService(breachedPasswords, (err) =>
            kit.logger.warn({ err }, 'breached passwords could not be asked for'),
          ),
        ];
  const breached = [shippedList, ...online];
  return createAccounts(kit, principals, { address, transport, idleMinutes, breached });
}
