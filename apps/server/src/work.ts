import {
  type Consumer,
  createConsumer,
  createLedConsumer,
  type Dispatcher,
  type Jobs,
  joinDispatchers,
  type Kit,
  type Leadership,
  type LogWindow,
  type ReadOn,
  type Service,
  startDispatcher,
  startJobs,
  startLeadership,
  startWatch,
  whoParked,
} from '@tokenholic/kit';
import type { Configuration } from './configuration.ts';
import { startKafkaWork } from './kafka-work.ts';
import { consumersOf, type Part, workedOn } from './roles.ts';

export interface Work {
  dispatcher: Dispatcher;
  stop(): Promise<void>;
}

/** Stands for election under a name, until the work stops. */
export type Lead = (name: string) => Promise<Leadership>;

const LOG_GREW = 'log';
const WITH_JOBS = 'jobs';
const JOBS_WAIT = 'jobs';

/** Starts what this process does without being asked: events, jobs and the relay, each as its part says. */
export async function startWork(
  kit: Kit,
  { part, kafka }: Pick<Configuration, 'part' | 'kafka'>,
  services: readonly Service[],
  log: LogWindow,
  rooms: Consumer | null,
): Promise<Work> {
  const leaderships: Leadership[] = [];
  const lead: Lead = async (name) => {
    const leadership = startLeadership(kit.locks, name, kit.logger);
    leaderships.push(leadership);
    await leadership.look();
    return leadership;
  };
  const hosted = workedOn(part, services);
  const consuming = hosted.filter((service) => Object.keys(service.consumes).length > 0);
  const bus = kafka === null ? null : await startKafkaWork(kit, kafka, part, consuming, lead);
  const read =
    bus === null ? await logReaders({ ...kit, readOn: log.readOn }, consuming, lead) : bus.consumers;
  const dispatcher = dispatch(kit, rooms, read);
  const watching = kit.database.kind === 'postgres' && jobsHere(part) ? await lead('watch') : null;
  const watch = startWatch(
    kit,
    consumersOf(services),
    () => watching?.leads ?? kit.database.kind === 'embedded',
  );
  const jobs = await startJobsOf(kit, part, services, hosted, lead);
  const wake = (withJobs: boolean) => {
    log.grown();
    dispatcher.wake();
    if (withJobs) void jobs?.relay();
  };
  log.onHeldReady(() => dispatcher.wake());
  kit.database.onCommit((news) => {
    wake(news.jobs);
    kit.announcements.announce(LOG_GREW, news.jobs ? WITH_JOBS : '');
  });
  kit.announcements.onAnnouncement(LOG_GREW, (text) => wake(text === WITH_JOBS));
  kit.announcements.onAnnouncement(JOBS_WAIT, () => jobs?.wake());
  return {
    dispatcher,
    stop: async () => {
      await watch.stop();
      await jobs?.stop();
      await bus?.stop();
      await dispatcher.stop();
      await bus?.close();
      await Promise.all(leaderships.map((leadership) => leadership.stop()));
    },
  };
}

/** Readers of the log; of several processes that host a service one reads for it. */
async function logReaders(
  kit: Kit & { readOn: ReadOn },
  consuming: readonly Service[],
  lead: Lead,
): Promise<Consumer[]> {
  const make = ({ name, consumes, consumesTogether }: Service) =>
    createConsumer(name, consumes, kit, consumesTogether);
  if (kit.database.kind === 'embedded') return consuming.map(make);
  return Promise.all(
    consuming.map(async (service) =>
      createLedConsumer(service.name, () => make(service), await lead(`consumer ${service.name}`)),
    ),
  );
}

/**
 * On one connection one after the other; on many side by side. Rooms never wait for the others: a browser would see an
 * event only after every service had gone through its batch.
 */
function dispatch(kit: Kit, rooms: Consumer | null, consumers: readonly Consumer[]): Dispatcher {
  const groups = kit.database.kind === 'embedded' ? [consumers] : consumers.map((consumer) => [consumer]);
  const reading = groups.map((group) => startDispatcher(group, kit.logger, () => whoParked(kit.database)));
  return joinDispatchers(rooms === null ? reading : [startDispatcher([rooms], kit.logger), ...reading]);
}

/** An API process alone neither works on jobs nor hands them over. */
const jobsHere = ({ roles }: Pick<Part, 'roles'>) => roles.has('worker') || roles.has('relay');

async function startJobsOf(
  kit: Kit,
  { roles }: Part,
  services: readonly Service[],
  hosted: readonly Service[],
  lead: Lead,
): Promise<Jobs | null> {
  if (!jobsHere({ roles })) return null;
  const { database, logger, metrics } = kit;
  const relay = database.kind === 'postgres' && roles.has('relay') ? await lead('relay') : null;
  return startJobs({
    ...{ database, logger, metrics },
    handlers: Object.assign({}, ...hosted.map((service) => service.jobs)),
    queues: services.flatMap((service) => Object.keys(service.jobs)),
    onHandedOver: () => kit.announcements.announce(JOBS_WAIT),
    relays: () => (relay === null ? roles.has('relay') : relay.leads),
    concurrency: 2,
  });
}
