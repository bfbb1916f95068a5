import {
  type Consumer,
  createConsumer,
  createLedConsumer,
  type Dispatcher,
  type Jobs,
  joinDispatchers,
  type Kit,
  type Leadership,
  type Service,
  startDispatcher,
  startJobs,
  startLeadership,
} from '@tokenholic/kit';
import { type Part, workedOn } from './roles.ts';

export interface Work {
  dispatcher: Dispatcher;
  stop(): Promise<void>;
}

const LOG_GREW = 'log';

/** Starts what this process does without being asked: events, jobs and the relay, each as its part says. */
export async function startWork(
  kit: Kit,
  part: Part,
  services: readonly Service[],
  rooms: Consumer | null,
): Promise<Work> {
  const leaderships: Leadership[] = [];
  const lead = async (name: string): Promise<Leadership> => {
    const leadership = startLeadership(kit.locks, name, kit.logger);
    leaderships.push(leadership);
    await leadership.look();
    return leadership;
  };
  const hosted = workedOn(part, services);
  const dispatcher = await startDispatchers(kit, hosted, rooms, lead);
  const jobs = await startJobsOf(kit, part, services, hosted, lead);
  const wake = () => {
    dispatcher.wake();
    void jobs?.relay();
  };
  kit.database.onCommit(() => {
    wake();
    kit.announcements.announce(LOG_GREW);
  });
  kit.announcements.onAnnouncement(LOG_GREW, wake);
  return {
    dispatcher,
    stop: async () => {
      await jobs?.stop();
      await dispatcher.stop();
      await Promise.all(leaderships.map((leadership) => leadership.stop()));
    },
  };
}

type Lead = (name: string) => Promise<Leadership>;

async function startDispatchers(
  kit: Kit,
  hosted: readonly Service[],
  rooms: Consumer | null,
  lead: Lead,
): Promise<Dispatcher> {
  const consuming = hosted.filter((service) => Object.keys(service.consumes).length > 0);
  const make = (service: Service) => createConsumer(service.name, service.consumes, kit);
  const heard = rooms === null ? [] : [rooms];
  // One connection: one after the other, and nobody else to share with.
  if (kit.database.kind === 'embedded')
    return startDispatcher([...heard, ...consuming.map(make)], kit.logger);
  const led = await Promise.all(
    consuming.map(async (service) =>
      createLedConsumer(service.name, () => make(service), await lead(`consumer ${service.name}`)),
    ),
  );
  return joinDispatchers([...heard, ...led].map((consumer) => startDispatcher([consumer], kit.logger)));
}

async function startJobsOf(
  kit: Kit,
  { roles }: Part,
  services: readonly Service[],
  hosted: readonly Service[],
  lead: Lead,
): Promise<Jobs | null> {
  if (!roles.has('worker') && !roles.has('relay')) return null;
  const { database, logger, metrics } = kit;
  const relay = database.kind === 'postgres' && roles.has('relay') ? await lead('relay') : null;
  return startJobs({
    ...{ database, logger, metrics },
    handlers: Object.assign({}, ...hosted.map((service) => service.jobs)),
    queues: services.flatMap((service) => Object.keys(service.jobs)),
    relays: () => (relay === null ? roles.has('relay') : relay.leads),
    concurrency: 2,
  });
}
