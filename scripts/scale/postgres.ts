import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const BINARIES = globSync('/usr/lib/postgresql/*/bin/initdb').sort((a, b) =>
  a.localeCompare(b, 'en', { numeric: true }),
);

/** Folder of the newest PostgreSQL of this machine; null without one. */
export const postgresBinaries = BINARIES.at(-1)?.replace(/\/initdb$/, '') ?? null;

export interface LocalPostgres {
  url: string;
  /** What its processes that are there have used of the processors; of benches, on Linux. */
  processorSeconds(): number;
  stop(): void;
}

/** PostgreSQL with its data in a folder, on this machine only. PostgreSQL refuses to run as root: then as `postgres`. */
export function startPostgres(folder: string, port: number): LocalPostgres {
  if (postgresBinaries === null) throw new Error('No PostgreSQL below /usr/lib/postgresql');
  const data = join(folder, 'data');
  mkdirSync(folder, { recursive: true });
  if (process.getuid?.() === 0) {
    const id = Number(spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' }).stdout);
    chownSync(folder, id, id);
    // A temporary folder of root lets nobody else through to it.
    chmodSync(dirname(folder), 0o711);
  } else chmodSync(folder, 0o700);
  if (!existsSync(join(data, 'PG_VERSION')))
    run(`${postgresBinaries}/initdb -D '${data}' -U postgres -A trust -E UTF8 --locale=C.UTF-8`);
  const options = `-p ${port} -k '${folder}' -c listen_addresses=127.0.0.1 -c max_connections=300`;
  run(`${postgresBinaries}/pg_ctl -D '${data}' -o "${options}" -l '${folder}/log' -w start`);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    processorSeconds: () =>
      processorSeconds(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])),
    stop: () => run(`${postgresBinaries}/pg_ctl -D '${data}' -m fast -w stop`),
  };
}

/** Ticks of `/proc/<pid>/stat` a second; a constant of Linux's interface. */
const TICKS = 100;

function processorSeconds(postmaster: number): number {
  let ticks = 0;
  for (const path of globSync('/proc/[0-9]*/stat')) {
    // The name in brackets may hold anything; the fields behind it begin with the state, then the parent.
    const fields = readText(path).split(') ').at(-1)?.split(' ') ?? [];
    if (Number(fields[1]) === postmaster) ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks / TICKS;
}

/** Empty for what has ended meanwhile. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function run(command: string): void {
  const [shell, ...options] =
    process.getuid?.() === 0
      ? ['su', 'postgres', '-s', '/bin/bash', '-c', command]
      : ['/bin/bash', '-c', command];
  const result = spawnSync(shell ?? '', options, { cwd: '/', encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`${command}\n${result.stdout}${result.stderr}`);
}
