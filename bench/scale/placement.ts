import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moveOrganization } from '@tokenholic/kit';
import { readConfiguration, startProduct } from '@tokenholic/server';
import { startPostgres } from '../../scripts/scale/postgres.ts';

// What a schema of its own costs: how long requests wait while an organisation with 50,000 passages among 250,000 is moved there and back, its
// own and everybody's, as the move says and as a writer of another organisation sees it, beside a bare copy of the same rows; and a read of one passage and a list across organisations behind row level
// security before anybody has a schema, and with 1, 10 and 40 of them.

const out = (text: string) => process.stdout.write(`${text}\n`);
const folder = mkdtempSync(join(tmpdir(), 'tokenholic-bench-'));
const postgres = startPostgres(join(folder, 'postgres'), 54_393);
const environment = {
  PORT: '0',
  DATABASE_URL: postgres.url,
  TOKENHOLIC_DATA: folder,
  TOKENHOLIC_LOG_LEVEL: 'silent',
  TOKENHOLIC_SAMPLES: 'false',
};
const { product, stop } = await startProduct(readConfiguration(environment, folder));
const { database } = product.kit;
const idOf = (prefix: string, number: number) =>
  `01970000-0000-7000-8000-${prefix}${number.toString(16).padStart(11, '0')}`;
const [LARGE, SMALL, PASSAGES] = [50_000, 5_000, 250_000];
const organizations = Array.from({ length: (PASSAGES - LARGE) / SMALL + 1 }, (_, number) =>
  idOf('a', number),
);

for (const [number, organizationId] of organizations.entries())
  await database.withTenant([organizationId], async ({ db }) => {
    const [collection, document] = [idOf('c', number), idOf('d', number)];
    await db.execute(
      `insert into knowledge.collections (id, organization_id, name, created_at) values ('${collection}', '${organizationId}', '{"zh":"","en":""}', now())`,
    );
    await db.execute(
      `insert into knowledge.documents (id, organization_id, collection_id, kind, title, status, created_at) values ('${document}', '${organizationId}', '${collection}', 'file', 'a', 'ready', now())`,
    );
    await db.execute(`insert into knowledge.chunks (collection_id, number, organization_id, document_id, ordinal, hash, heading, text, term_count)
      select '${collection}', n, '${organizationId}', '${document}', n, md5(n::text), '[]', repeat(md5(n::text) || ' ', 12), 12 from generate_series(0, ${(number === 0 ? LARGE : SMALL) - 1}) n`);
  });
await database.pool.query('analyze');

/** Median of 400 reads, in milliseconds; the first hundred do not count. */
async function median(read: (turn: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 500; turn += 1) {
    const since = performance.now();
    await read(turn);
    if (turn >= 100) times.push(performance.now() - since);
  }
  return times.sort((one, other) => one - other)[200] ?? Number.NaN;
}
const one = (turn: number) => {
  const number = turn % organizations.length;
  return database.withTenant([organizations[number] ?? ''], ({ db }) =>
    db.execute(
      `select text from knowledge.chunks where collection_id = '${idOf('c', number)}' and number = ${turn}`,
    ),
  );
};
const across = () =>
  database.withTenant(organizations, ({ db }) =>
    db.execute('select id, title from knowledge.documents order by created_at desc, id limit 20'),
  );
const readings = async () => [await median(one), await median(across)];

const [plainOne = 1, plainAcross = 1] = await readings();
out(
  `nobody placed: one passage ${plainOne.toFixed(2)} ms, list across ${organizations.length} organisations ${plainAcross.toFixed(2)} ms (medians)`,
);

const since = performance.now();
await database.pool.query('create table public.bare (like knowledge.chunks including all)');
await database.pool.query(
  'insert into public.bare select * from knowledge.chunks where organization_id = $1',
  [organizations[0]],
);
const bare = performance.now() - since;
await database.pool.query('drop table public.bare');

const move = (organizationId: string | undefined, to: 'schema' | 'shared') =>
  moveOrganization(database.pool, {
    organizationId: organizationId ?? '',
    to,
    longestWaitMilliseconds: 300_000,
  });
/** A move while another organisation writes: what it says, how long it took, and the longest write of the other one. */
async function besideAnother(to: 'schema' | 'shared') {
  let [moving, longest] = [true, 0];
  const other = (async () => {
    while (moving) {
      const began = performance.now();
      await database.withTenant([organizations[1] ?? ''], ({ db }) =>
        db.execute("update knowledge.documents set title = 'b'"),
      );
      longest = Math.max(longest, performance.now() - began);
    }
  })();
  const began = performance.now();
  const moved = await move(organizations[0], to).finally(() => {
    moving = false;
  });
  const whole = performance.now() - began;
  await other;
  out(
    `moved ${moved.rows} rows to ${to} in ${whole.toFixed(0)} ms: its own requests waited ${moved.ownWaitMilliseconds.toFixed(0)} ms, everybody's ${moved.waitedMilliseconds.toFixed(0)} ms, the longest write of another one took ${longest.toFixed(0)} ms; a bare copy of the passages took ${bare.toFixed(0)} ms, ratio ${(moved.waitedMilliseconds / bare).toFixed(1)}`,
  );
}
await besideAnother('schema');
await besideAnother('shared');
await besideAnother('schema');
for (const [placed, next] of [
  [1, 1],
  [10, 10],
  [40, 40],
] as const) {
  const waits: number[] = [];
  for (const organizationId of organizations.slice(1, next))
    if (!(await isPlaced(organizationId)))
      waits.push((await move(organizationId, 'schema')).waitedMilliseconds);
  const [read = 0, list = 0] = await readings();
  const longest =
    waits.length === 0 ? '' : `, longest of ${waits.length} moves ${Math.max(...waits).toFixed(0)} ms`;
  out(
    `${placed} placed: one passage ${read.toFixed(2)} ms (${(read / plainOne).toFixed(2)}×), list ${list.toFixed(2)} ms (${(list / plainAcross).toFixed(2)}×)${longest}`,
  );
}
await besideAnother('shared');
const { user, system } = process.cpuUsage();
out(`processor time of this process ${((user + system) / 1e6).toFixed(1)} s, the server's not counted`);
await stop();
postgres.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);

async function isPlaced(organizationId: string): Promise<boolean> {
  const { rows } = await database.pool.query('select 1 from kit.placements where organization_id = $1', [
    organizationId,
  ]);
  return rows.length > 0;
}
