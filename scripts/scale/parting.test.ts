import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newEnvironment, partCommand } from '../../apps/server/src/cli/placement-command.ts';
import { createKit, openConfiguredDatabase } from '../../apps/server/src/compose.ts';
import { readConfiguration } from '../../apps/server/src/configuration.ts';
import { createFolderBlobs, INSTALLATION, type Kit } from '../../packages/kit/src/index.ts';
import { freePort } from '../../packages/kit/src/testing/servers.ts';
import { type RunningProcess, startProcess } from './process.ts';
import { visitor } from './visitor.ts';

const server = process.env.TEST_DATABASE_URL ?? '';
const PASSWORD = 'quiet-harbour-41-lanterns';
const names = ['here', 'there'].map((end) => `tokenholic_parting_${process.pid}_${end}`);
const [hereName = '', thereName = ''] = names;
const FILE = 'materials/01970000-0000-7000-8000-00000000e001';
const NEW_ADDRESS = 'https://own.example';

const urlOf = (name: string) => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
};

describe.skipIf(server === '')('a seller with its clients becomes an installation of its own', () => {
  const folders = ['here', 'there'].map((end) => mkdtempSync(join(tmpdir(), `tokenholic-parting-${end}-`)));
  const [hereFolder = '', thereFolder = ''] = folders;
  const common = { TOKENHOLIC_DEMO: 'false', TOKENHOLIC_LOG_LEVEL: 'silent', TOKENHOLIC_EMBEDDINGS: 'off' };
  const oldKey = Buffer.alloc(32, 1).toString('base64');
  const environment = {
    ...common,
    DATABASE_URL: urlOf(hereName),
    TOKENHOLIC_DATA: hereFolder,
    TOKENHOLIC_SECRET_KEY: oldKey,
    ...Object.fromEntries(Object.entries(common).map(([name, value]) => [`NEW_${name}`, value])),
    NEW_TOKENHOLIC_SECRET_KEY: Buffer.alloc(32, 2).toString('base64'),
  };
  const options = { database: urlOf(thereName), data: thereFolder, url: NEW_ADDRESS, longest: 120 };
  const thereEnvironment = newEnvironment(options, environment);
  let [here, there]: [RunningProcess | null, RunningProcess | null] = [null, null];
  let kit: Kit;
  const files = createFolderBlobs(join(hereFolder, 'blobs'));
  let [rowsHere, rowsThere]: [Client, Client] = [new Client(), new Client()];
  const addressOf = (process: RunningProcess | null) => process?.address ?? '';
  const [leaves, stays] = [visitor(() => addressOf(here)), visitor(() => addressOf(here))];
  const created = { leaves: new Map<string, string | null>(), stays: new Map<string, string | null>() };

  const administer = async (...statements: string[]) => {
    const client = new Client({ connectionString: server });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  const query = async <R extends object>(at: Client, text: string, values: unknown[] = []): Promise<R[]> =>
    (await at.query(text, values)).rows;
  const start = async (given: Record<string, string | undefined>) => {
    const shared: Record<string, string> = {};
    for (const [name, value] of Object.entries(given)) if (value !== undefined) shared[name] = value;
    const one = startProcess({ name: 'all', role: 'all', services: '' }, await freePort(), shared, 'ignore');
    await one.ready();
    return one;
  };

  beforeAll(async () => {
    await administer(...names.map((name) => `create database ${name}`));
    here = await start(environment);
    const configuration = readConfiguration(environment, hereFolder);
    kit = createKit(configuration, await openConfiguredDatabase(configuration));
    await kit.vault.ready();
    [rowsHere, rowsThere] = names.map((name) => new Client({ connectionString: urlOf(name) })) as [
      Client,
      Client,
    ];
    await rowsHere.connect();
    const setupCode = await kit.secrets.get(INSTALLATION, 'setup-code');
    const signUp = async (as: typeof leaves, name: string, email: string) => {
      const person = { name, email, password: PASSWORD, language: 'zh', organizationName: name, setupCode };
      expect((await as('POST', 'account/sign-up', person)).status).toBe(200);
    };
    await signUp(leaves, '云上销售', 'lin@leaves.example');
    // The product makes one seller; another may come in by the database.
    await query(rowsHere, 'update identity.users set demo = true');
    await signUp(stays, 'Harbourline', 'mia@stays.example');
    await query(rowsHere, 'update identity.users set demo = false');
  }, 180_000);

  afterAll(async () => {
    await here?.end('SIGKILL');
    await there?.end('SIGKILL');
    await kit?.database.close();
    await Promise.all([rowsHere.end(), rowsThere.end()]);
    await administer(...names.map((name) => `drop database ${name} with (force)`));
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  /** A client with a contact, and now and then with research; the answer is the first status that is no success. */
  async function createClient(as: typeof leaves, whose: keyof typeof created, research: boolean) {
    const id = uuidv7();
    const notes = '云岫短剧的视频生成使用 Seedance 2.0，智能客服使用 Qwen3.6-Plus，日均 12 万次会话。';
    const asked = { website: null, links: [], notes, materialIds: [], language: 'zh', publicSources: false };
    const made = await as('POST', 'clients', {
      ...{ id, name: `客户 ${id}`, website: null, research: research ? asked : null },
    });
    if (made.status !== 201) return made;
    created[whose].set(id, research ? 'research' : null);
    const email = `${id}@people.example`;
    const contact = { id: uuidv7(), name: '王珊', title: '', email, phone: '', notes: '' };
    const added = await as('POST', `clients/${id}/contacts`, contact);
    return added.status < 300 ? null : added;
  }

  const sellerOf = async (email: string) => {
    const organizations = await query<{ id: string; name: string }>(
      rowsHere,
      "select organization_id as id, name from identity.organizations where kind = 'vendor'",
    );
    return organizations.find(({ name }) => name === email)?.id ?? '';
  };

  test('under load: nothing acknowledged is lost or twice, the other seller notices nothing, and everything opens with the new key alone', async () => {
    const sellerId = await sellerOf('云上销售');
    for (const research of [true, true]) expect(await createClient(leaves, 'leaves', research)).toBe(null);
    const [firstClient = ''] = created.leaves.keys();
    await kit.blobs.put(firstClient, FILE, Buffer.from('a file'));
    await query(
      rowsHere,
      `insert into research.materials (id, organization_id, file_name, media_type, bytes, created_at)
       values ('01970000-0000-7000-8000-00000000e001', $1, 'one.txt', 'text/plain', 6, now())`,
      [firstClient],
    );
    await kit.secrets.set(sellerId, 'channels/one', 'https://hooks.example/quiet');
    const [refused, failures] = [[] as number[], [] as unknown[]];
    let [working, round, reads] = [true, 0, 0];
    const write = async (as: typeof leaves, whose: keyof typeof created) => {
      while (working) {
        round += 1;
        const fault = await createClient(as, whose, round % 7 === 0).catch((error: unknown) => ({
          status: -1,
          body: error,
        }));
        await pause(40);
        if (fault === null) continue;
        if (whose === 'stays' || fault.status !== 410) failures.push(fault);
        else refused.push(fault.status);
        if (whose === 'leaves') return;
      }
    };
    const read = async () => {
      while (working) {
        const known = [...created.stays.keys()].slice(-20);
        const { status, body } = await stays<{ items: { id: string }[] }>('GET', 'clients?limit=100');
        const found = new Set(body.items?.map(({ id }) => id));
        if (status !== 200 || known.some((id) => !found.has(id)))
          failures.push({ status, known: known.length });
        reads += 1;
        if (known.length > 60) return;
      }
    };
    const load = [write(leaves, 'leaves'), write(leaves, 'leaves'), write(stays, 'stays'), read()];
    const grown = async (by: number) => {
      const wanted = created.stays.size + by;
      await expect
        .poll(() => created.stays.size, { timeout: 60_000, interval: 20 })
        .toBeGreaterThanOrEqual(wanted);
    };
    const said: string[] = [];
    await grown(8);
    const watcher = new Client({ connectionString: urlOf(thereName) });
    await watcher.connect();
    const watched = partCommand(sellerId, options, environment, () => {});
    await expect(watched).rejects.toMatchObject({ code: 'kit.target_in_use' });
    await watcher.end();
    // Given up: everything is as before, and the next try begins anew in the same database.
    const hurried = partCommand(sellerId, { ...options, longest: 0.001 }, environment, () => {});
    await expect(hurried).rejects.toMatchObject({ code: 'kit.move_took_too_long' });
    expect(refused).toEqual([]);
    await partCommand(sellerId, options, environment, (text) => void said.push(text)).finally(async () => {
      await grown(4).catch(() => undefined);
      working = false;
    });
    await Promise.all(load);
    await rowsThere.connect();
    expect(failures).toEqual([]);
    expect(refused.length).toBe(2);

    const group = [sellerId, ...created.leaves.keys()].sort();
    const organizations = (at: Client) =>
      query<{ id: string }>(at, 'select organization_id as id from identity.organizations order by 1');
    expect((await organizations(rowsThere)).map(({ id }) => id)).toEqual(group);
    const tables = await query<{ name: string }>(
      rowsHere,
      `select table_schema || '.' || table_name as name from information_schema.columns
       where column_name = 'organization_id' and table_schema !~ '^pg' and table_name <> 'departures'`,
    );
    for (const { name } of tables) {
      const left = await query(rowsHere, `select from ${name} where organization_id = any ($1) limit 1`, [
        group,
      ]);
      const foreign = await query(
        rowsThere,
        `select from ${name} where organization_id <> all ($1) and organization_id <> '${INSTALLATION}' limit 1`,
        [group],
      );
      expect([name, left.length, foreign.length]).toEqual([name, 0, 0]);
    }
    const ofStays = await query<{ id: string }>(
      rowsHere,
      "select organization_id as id from identity.organizations where kind = 'client'",
    );
    expect(new Set(ofStays.map(({ id }) => id))).toEqual(new Set(created.stays.keys()));
    process.stdout.write(
      `parted under load: ${said.join(' ')}; ${created.leaves.size} clients went, ${created.stays.size} of the other seller stayed, ${reads} reads of theirs\n`,
    );
    expect(await files.get(firstClient, FILE)).toBe(null);
  }, 240_000);

  test('a command that died after the change clears up when it is run again, and then has nothing left to do', async () => {
    const sellers = await query<{ id: string }>(
      rowsHere,
      'select distinct seller_id as id from kit.departures',
    );
    const [{ id } = { id: '' }] = sellers;
    await query(rowsHere, 'update kit.departures set settled_at = null');
    await query(rowsThere, 'insert into kit.arrivals (seller_id) values ($1)', [id]);
    const [firstClient = ''] = created.leaves.keys();
    await files.put(firstClient, FILE, Buffer.from('left over'));
    await partCommand(id, options, environment, () => {});
    expect(await query(rowsThere, 'select from kit.arrivals')).toEqual([]);
    expect(await files.get(firstClient, FILE)).toBe(null);
    const again = partCommand(id, options, environment, () => {});
    await expect(again).rejects.toMatchObject({ code: 'kit.already_parted' });
  }, 60_000);

  test('who comes to the old address is told the new one, with a session and with a password', async () => {
    const session = await leaves<{ code: string; details: unknown }>('GET', 'clients');
    expect(session).toMatchObject({
      ...{ status: 410, body: { code: 'kit.organization_departed', details: { address: NEW_ADDRESS } } },
    });
    const again = visitor(() => addressOf(here));
    const signIn = { email: 'lin@leaves.example', password: PASSWORD, remember: false };
    expect(await again('POST', 'account/sign-in', signIn)).toMatchObject({ status: 410 });
    expect((await stays('GET', 'clients')).status).toBe(200);
  });

  test('the new installation serves the clients: people sign in, sealed columns and files open, work goes on, the audit trail holds', async () => {
    there = await start(thereEnvironment);
    const lin = visitor(() => addressOf(there));
    const signIn = { email: 'lin@leaves.example', password: PASSWORD, remember: false };
    expect(await lin('POST', 'account/sign-in', signIn)).toMatchObject({ status: 200 });
    const [id = ''] = created.leaves.keys();
    const contacts = await lin<{ items: { email: string; name: string }[] }>('GET', `clients/${id}/contacts`);
    expect(contacts.body.items).toMatchObject([{ name: '王珊', email: `${id}@people.example` }]);
    const configuration = readConfiguration(thereEnvironment, thereFolder);
    const own = createKit(configuration, await openConfiguredDatabase(configuration));
    await own.vault.ready();
    expect(Buffer.from((await own.blobs.get(id, FILE)) ?? []).toString()).toBe('a file');
    const [{ seller } = { seller: '' }] = await query<{ seller: string }>(
      rowsHere,
      'select seller_id as seller from kit.departures limit 1',
    );
    expect(await own.secrets.get(seller, 'channels/one')).toBe('https://hooks.example/quiet');
    // A client whose address is looked up across organisations is found by the new installation's own hash.
    const hashes = await query<{ email_index: string }>(
      rowsThere,
      'select email_index from deals.contacts where organization_id = $1',
      [id],
    );
    expect(hashes[0]?.email_index).not.toBe('');
    const old = createKit({ ...configuration, secretKey: Buffer.from(oldKey, 'base64') }, own.database);
    await expect(old.vault.ready()).rejects.toThrow();
    const researched = [...created.leaves.values()].filter((one) => one === 'research').length;
    const drawn = async () =>
      (
        await query<{ n: number }>(
          rowsThere,
          "select count(distinct organization_id)::int as n from kit.events where type = 'map.drawn'",
        )
      )[0]?.n;
    await expect.poll(drawn, { timeout: 90_000, interval: 250 }).toBe(researched);
    const behind = async () => {
      const { body } = await lin<{ items: { lag: number; parked: number; deadLetters: number }[] }>(
        ...(['GET', 'system/consumers'] as const),
      );
      return body.items.reduce((sum, { lag, parked, deadLetters }) => sum + lag + parked + deadLetters, 0);
    };
    await expect.poll(behind, { timeout: 60_000, interval: 250 }).toBe(0);
    const report = await lin<{ organizations: { brokenAt: number | null; entries: number }[] }>(
      ...(['POST', 'audit/verification', { noted: [] }] as const),
    );
    expect(report.body.organizations.filter(({ brokenAt }) => brokenAt !== null)).toEqual([]);
    expect(report.body.organizations.length).toBeGreaterThan(created.leaves.size);
    await own.database.close();
  }, 200_000);
});
