import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, globSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const BINARIES = globSync('/usr/lib/postgresql/*/bin/initdb').sort((a, b) =>
  a.localeCompare(b, 'en', { numeric: true }),
);

/** Folder of the newest PostgreSQL of this machine; null without one. */
export const postgresBinaries = BINARIES.at(-1)?.replace(/\/initdb$/, '') ?? null;

export interface LocalPostgres {
  url: string;
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
  } else chmodSync(folder, 0o700);
  if (!existsSync(join(data, 'PG_VERSION')))
    run(`${postgresBinaries}/initdb -D '${data}' -U postgres -A trust -E UTF8 --locale=C.UTF-8`);
  const options = `-p ${port} -k '${folder}' -c listen_addresses=127.0.0.1 -c max_connections=300`;
  run(`${postgresBinaries}/pg_ctl -D '${data}' -o "${options}" -l '${folder}/log' -w start`);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: () => run(`${postgresBinaries}/pg_ctl -D '${data}' -m fast -w stop`),
  };
}

function run(command: string): void {
  const [shell, ...options] =
    process.getuid?.() === 0
      ? ['su', 'postgres', '-s', '/bin/bash', '-c', command]
      : ['/bin/bash', '-c', command];
  const result = spawnSync(shell ?? '', options, { cwd: '/', encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`${command}\n${result.stdout}${result.stderr}`);
}
