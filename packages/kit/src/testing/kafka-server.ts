import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kafkaLibraries } from './binaries.ts';
import { freePort, listening, type TestServer } from './servers.ts';

const CLUSTER = 'tokenholicLocalBrokerA';

/** Apache Kafka as one broker in KRaft mode, on a folder that stays: starting again finds its topics. */
export async function startKafka(
  chosenPort?: number,
  keptFolder?: string,
): Promise<TestServer & { folder: string }> {
  if (kafkaLibraries === null) throw new Error('No jars of Kafka or no Java on this machine');
  const port = chosenPort ?? (await freePort());
  const controllerPort = await freePort();
  const folder = keptFolder ?? mkdtempSync(join(tmpdir(), 'tokenholic-kafka-'));
  mkdirSync(folder, { recursive: true });
  const settings = join(folder, 'server.properties');
  writeFileSync(settings, properties(folder, port, controllerPort));
  writeFileSync(join(folder, 'log4j2.properties'), LOGGING);
  const java = [
    '-Xmx512m',
    '-Xms256m',
    '-XX:+UseSerialGC',
    `-Dlog4j2.configurationFile=${folder}/log4j2.properties`,
  ];
  const classes = ['-cp', `${kafkaLibraries}/*`];
  if (!existsSync(join(folder, 'data', 'meta.properties'))) {
    const format = ['kafka.tools.StorageTool', 'format', '--standalone', '-t', CLUSTER, '-c', settings];
    const done = spawnSync('java', [...java, ...classes, ...format], { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`Kafka's storage could not be made\n${done.stdout}${done.stderr}`);
  }
  const child = spawn('java', [...java, ...classes, 'kafka.Kafka', settings], { stdio: 'ignore' });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await listening(port, child);
  return {
    url: `127.0.0.1:${port}`,
    port,
    process: child,
    folder,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

function properties(folder: string, port: number, controllerPort: number): string {
  return `process.roles=broker,controller
node.id=1
controller.quorum.bootstrap.servers=127.0.0.1:${controllerPort}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
controller.listener.names=CONTROLLER
log.dirs=${folder}/data
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
`;
}

const LOGGING = `rootLogger.level=warn
rootLogger.appenderRefs=console
rootLogger.appenderRef.console.ref=console
appender.console.type=Console
appender.console.name=console
appender.console.layout.type=PatternLayout
appender.console.layout.pattern=%d %p %c %m%n
`;
