import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openConfiguredDatabase, partWithSeller, readConfiguration } from '@tokenholic/server';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { startPostgres } from '../../scripts/scale/postgres.ts';

// A seller with ten clients and 200,000 passages and events leaves for a database of its own: rows a second, beside a bare
// stream of the same passages between the same databases in the same run, and how long the seller's own requests would wait.

const out = (text: string) => process.stdout.write(`${text}\n`);
const folder = mkdtempSync(join(tmpdir(), 'tokenholic-bench-'));
const postgres = startPostgres(join(folder, 'postgres'), 54_389);
const idOf = (prefix: string, number: number) =>
  `01970000-0000-7000-8000-${prefix}${number.toString(16).padStart(11, '0')}`;
const [seller, person, EACH] = [idOf('a', 0), idOf('e', 0), 10_000];
const clients = Array.from({ length: 10 }, (_, number) => idOf('a', number + 1));

const administrator = new pg.Client({ connectionString: postgres.url });
await administrator.connect();
for (const name of ['here', 'there']) await administrator.query(`create database ${name}`);
await administrator.end();
const configurationOf = (name: string, key: number) =>
  readConfiguration(
    {
      DATABASE_URL: postgres.url.replace(/\/postgres$/, `/${name}`),
      TOKENHOLIC_DATA: join(folder, name),
      TOKENHOLIC_SECRET_KEY: Buffer.alloc(32, key).toString('base64'),
      TOKENHOLIC_DEMO: 'false',
      TOKENHOLIC_LOG_LEVEL: 'silent',
    },
    folder,
  );
const [here, there] = [configurationOf('here', 1), configurationOf('there', 2)];
const [source, target] = [await openConfiguredDatabase(here), await openConfiguredDatabase(there)];
await source.pool.query(
  `insert into identity.organizations (organization_id, kind, name, name_key, created_by) values ('${seller}', 'vendor', 'S', 's', '${person}')`,
);
await source.pool.query(
  `insert into identity.users (id, organization_id, name_zh, name_en, roles) values ('${person}', '${seller}', 'Lin', 'Lin', '{}')`,
);
for (const [number, id] of clients.entries()) {
  const [collection, document] = [idOf('c', number), idOf('d', number)];
  await source.pool.query(`insert into identity.organizations (organization_id, kind, name, name_key, created_by) values ('${id}', 'client', 'C${number}', 'c${number}', '${person}');
    insert into knowledge.collections (id, organization_id, name, created_at) values ('${collection}', '${id}', '{"zh":"","en":""}', now());
    insert into knowledge.documents (id, organization_id, collection_id, kind, title, status, created_at) values ('${document}', '${id}', '${collection}', 'file', 'a', 'ready', now());
    insert into knowledge.chunks (collection_id, number, organization_id, document_id, ordinal, hash, heading, text, term_count)
      select '${collection}', n, '${id}', '${document}', n, md5(n::text), '[]', repeat(md5(n::text) || ' ', 12), 12 from generate_series(0, ${EACH - 1}) n;
    insert into kit.events (id, organization_id, topic, type, version, actor, trace_id, payload)
      select gen_random_uuid(), '${id}', 'client_events', 'client.renamed', 1, '${person}', 'bench', jsonb_build_object('text', repeat(md5(n::text), 6)) from generate_series(1, ${EACH}) n`);
}
await source.pool.query('analyze');

const [read, write] = [await source.pool.connect(), await target.pool.connect()];
const columns =
  'collection_id, number, organization_id, document_id, ordinal, hash, heading, text, term_count';
await write.query('create table public.bare (like knowledge.chunks including all)');
const begun = performance.now();
await pipeline(
  read.query(
    copyTo(
      `copy (select ${columns} from knowledge.chunks where organization_id = any ('{${clients}}')) to stdout`,
    ),
  ),
  write.query(copyFrom(`copy public.bare (${columns}) from stdin`)),
);
const bare = (clients.length * EACH) / ((performance.now() - begun) / 1_000);
read.release();
write.release();
await source.close();
await target.close();

const [since, processor] = [performance.now(), process.cpuUsage()];
const parted = await partWithSeller(here, there, { sellerId: seller, longestWaitMilliseconds: 600_000 });
const seconds = (performance.now() - since) / 1_000;
const { user, system } = process.cpuUsage(processor);
const rows = Object.values(parted.rows).reduce((sum, count) => sum + count, 0);
const rate = rows / seconds;
out(`bare COPY: ${Math.round(bare)} rows/s`);
out(
  `part: ${rows} rows in ${seconds.toFixed(1)} s (${((user + system) / 1_000_000).toFixed(1)} s of this process's processor), ${Math.round(rate)} rows/s, ${(rate / bare).toFixed(2)} of bare; the seller waited ${Math.round(parted.waitedMilliseconds ?? Number.NaN)} ms`,
);
postgres.stop();
rmSync(folder, { recursive: true, force: true });
