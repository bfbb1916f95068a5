import type { SignInStep, TwoFactorSetup } from '@tokenholic/contracts';
import type { Client } from 'pg';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { partCommand } from '../../apps/server/src/cli/placement-command.ts';
import { createKit } from '../../apps/server/src/compose.ts';
import { INSTALLATION, type Kit, refuseWhileArriving } from '../../packages/kit/src/index.ts';
import { totp } from '../../services/core/identity/testing/totp.ts';
import { killCommand } from './command.ts';
import type { RunningProcess } from './process.ts';
import { addPassages, isSo, query, refuseTimeline } from './rows-by-hand.ts';
import { sellerAtWork } from './sellers-at-work.ts';
import { openKit, openTwoInstallations, type TwoInstallations } from './two-installations.ts';
import { visitor } from './visitor.ts';

const server = process.env.TEST_DATABASE_URL ?? '';
const PASSWORD = 'quiet-harbour-41-lanterns';
const FILE = 'materials/01970000-0000-7000-8000-00000000e001';
const NEW_ADDRESS = 'https://own.example';
const PASSAGES = 20_000;
const [parked, dead] = [uuidv7(), uuidv7()];

describe.skipIf(server === '')('a seller with its clients becomes an installation of its own', () => {
  let ends: TwoInstallations;
  let [here, there]: [RunningProcess | null, RunningProcess | null] = [null, null];
  let [kit, closeKit]: [Kit, () => Promise<void>] = [Object.create(null), async () => {}];
  let [rowsHere, rowsThere, watch]: Client[] = [];
  const addressOf = (process: RunningProcess | null) => process?.address ?? '';
  const [lin, mia] = [visitor(() => addressOf(here)), visitor(() => addressOf(here))];
  const [leaves, stays] = [sellerAtWork(lin), sellerAtWork(mia)];
  const goes = { sellerId: '', first: '', secret: '' };

  beforeAll(async () => {
    ends = await openTwoInstallations(server, NEW_ADDRESS);
    here = await ends.start(ends.environment);
    ({ kit, close: closeKit } = await openKit(ends.environment, ends.hereFolder));
    await kit.vault.ready();
    rowsHere = await ends.connect(ends.hereName);
    watch = await ends.connect('postgres');
    const setupCode = await kit.secrets.get(INSTALLATION, 'setup-code');
    const signUp = async (as: typeof lin, name: string, email: string) => {
      const person = { name, email, password: PASSWORD, language: 'zh', organizationName: name, setupCode };
      expect((await as('POST', 'account/sign-up', person)).status).toBe(200);
    };
    await signUp(lin, '云上销售', 'lin@leaves.example');
    // The product makes one seller; another may come in by the database.
    await query(rowsHere, 'update identity.users set demo = true');
    await signUp(mia, 'Harbourline', 'mia@stays.example');
    await query(rowsHere, 'update identity.users set demo = false');
  }, 180_000);

  afterAll(async () => {
    await here?.end('SIGKILL');
    await there?.end('SIGKILL');
    await closeKit();
    await ends.close();
  });

  test('has a second step, a file, a secret, many passages, and events that failed for now and for good', async () => {
    const setup = await lin<TwoFactorSetup>('POST', 'account/two-factor', { password: PASSWORD });
    goes.secret = setup.body.secret;
    const code = totp(goes.secret, Date.now());
    expect((await lin('PUT', 'account/two-factor', { code })).status).toBe(204);
    const sellers = "select organization_id as id from identity.organizations where name = '云上销售'";
    goes.sellerId = (await query<{ id: string }>(rowsHere, sellers))[0]?.id ?? '';
    for (const research of [true, true]) expect(await leaves.create(research)).toBe(null);
    [goes.first = ''] = leaves.clients.keys();
    await kit.blobs.put(goes.first, FILE, Buffer.from('a file'));
    await query(
      rowsHere,
      `insert into research.materials (id, organization_id, file_name, media_type, bytes, created_at)
       values ('01970000-0000-7000-8000-00000000e001', $1, 'one.txt', 'text/plain', 6, now())`,
      [goes.first],
    );
    await kit.secrets.set(goes.sellerId, 'channels/one', 'https://hooks.example/quiet');
    if (rowsHere === undefined) throw new Error('Not connected yet');
    await addPassages(rowsHere, goes.first, PASSAGES);
    await refuseTimeline(rowsHere, [parked, dead]);
    for (const id of [parked, dead]) expect(await leaves.create(false, id)).toBe(null);
    const waits = 'exists (select from kit.parked_events where organization_id = $1 and error is not null)';
    for (const id of [parked, dead]) await expect.poll(() => isSo(rowsHere, waits, [id])).toBe(true);
    const lastTry =
      'update kit.parked_events set attempts = 7, next_at = now() where organization_id = $1 and error is not null';
    await query(rowsHere, lastTry, [dead]);
    const given = 'exists (select from kit.dead_letters where organization_id = $1)';
    await expect.poll(() => isSo(rowsHere, given, [dead])).toBe(true);
  }, 120_000);

  test('under load, with the command killed again and again: either side is whole, nothing acknowledged is lost or twice, the other seller notices nothing', async () => {
    const { sellerId, first } = goes;
    let [working, reads] = [true, 0];
    const missed: unknown[] = [];
    const read = async () => {
      while (working && stays.clients.size < 60) {
        const known = [...stays.clients.keys()].slice(-20);
        const { status, body } = await mia<{ items: { id: string }[] }>('GET', 'clients?limit=100');
        const found = new Set(body.items?.map(({ id }) => id));
        if (status !== 200 || known.some((id) => !found.has(id))) missed.push({ status, body });
        reads += 1;
      }
    };
    const isWorking = () => working;
    const faults: unknown[] = [];
    const load = [leaves, leaves, stays].map(async (seller) => {
      const fault = await seller.work(isWorking);
      if (fault !== null && fault.status !== 410) faults.push(fault);
      return fault;
    });
    const reading = read();
    const grown = async (seller: typeof stays, by: number) => {
      const wanted = seller.contacts.size + by;
      await expect
        .poll(() => faults.length > 0 || seller.contacts.size >= wanted, { interval: 20 })
        .toBe(true);
      expect(faults).toEqual([]);
    };
    const part = (longest: number) =>
      partCommand(sellerId, { ...ends.options, longest }, ends.environment, () => {});
    const { database, data, url } = ends.options;
    const words = [
      ...['placement', 'part', sellerId, '--database', database],
      ...['--data', data, '--url', url],
    ];
    const killedWhen = (isTheMoment: () => Promise<boolean>) =>
      killCommand([...words, '--longest', '120'], ends.environment, isTheMoment);
    const copied = (rows: number) => () =>
      isSo(
        watch,
        'exists (select from pg_stat_progress_copy where datname = $1 and tuples_processed >= $2)',
        [ends.thereName, rows],
      );
    const nothingHappened = async () => {
      expect(await query(rowsHere, 'select from kit.departures')).toEqual([]);
      await grown(leaves, 2);
    };
    const way = async () => {
      await grown(stays, 8);
      const watcher = await ends.connect(ends.thereName);
      const tried = await part(120).catch((error: unknown) => error);
      await watcher.end();
      expect(tried).toMatchObject({ code: 'kit.target_in_use' });
      // Given up: everything is as before, and the next try begins anew in the same database.
      await expect(part(0.001)).rejects.toMatchObject({ code: 'kit.move_took_too_long' });
      for (const rows of [1, Math.ceil(Math.random() * 0.7 * PASSAGES)]) {
        await killedWhen(copied(rows));
        await nothingHappened();
      }
      const removing =
        "exists (select from pg_stat_activity where datname = $1 and state = 'active' and query like 'with t as (delete from%')";
      await killedWhen(() => isSo(watch, removing, [ends.hereName]));
      await nothingHappened();
      const { kit: unfinished, close } = await openKit(ends.thereEnvironment, ends.options.data);
      await expect(refuseWhileArriving(unfinished.database))
        .rejects.toMatchObject({ code: 'kit.still_arriving' })
        .finally(close);
      // Held up where it has left here and the new installation does not know yet that it may start.
      let holder: Client | null = null;
      await killedWhen(async () => {
        if (holder === null && (await copied(1)())) {
          holder = await ends.connect(ends.thereName);
          await holder.query('begin; lock table kit.arrivals in share mode');
        }
        return isSo(rowsHere, 'exists (select from kit.departures)');
      });
      rowsThere = await ends.connect(ends.thereName);
      expect(await query(rowsThere, 'select from kit.arrivals')).toHaveLength(1);
      expect(await ends.files.get(first, FILE)).not.toBe(null);
      await (holder as Client | null)?.end();
      await grown(stays, 4);
    };
    await way().finally(() => {
      working = false;
    });
    const [one, other, ofStays] = await Promise.all(load);
    await reading;
    expect([one?.status, other?.status, ofStays, missed]).toEqual([410, 410, null, []]);
    await part(120);
    expect(await query(rowsThere, 'select from kit.arrivals')).toEqual([]);
    expect(await ends.files.get(first, FILE)).toBe(null);
    await expect(part(120)).rejects.toMatchObject({ code: 'kit.already_parted' });
    const noted = "select from kit.audit_entries where action = 'placement.part'";
    expect(await query(rowsThere, noted)).toHaveLength(1);
    process.stdout.write(
      `parted after four deaths: ${leaves.clients.size} clients went, ${stays.clients.size} of the other seller stayed, ${reads} reads of theirs\n`,
    );
  }, 300_000);

  test('what was acknowledged lies there once and here no more, and nothing of anybody else came along', async () => {
    const group = [goes.sellerId, ...leaves.clients.keys()].sort();
    const found = (at: Client | undefined, text: string) => query<{ id: string }>(at, text);
    const organizations = 'select organization_id as id from identity.organizations order by 1';
    expect((await found(rowsThere, organizations)).map(({ id }) => id)).toEqual(group);
    const contacts = (await found(rowsThere, 'select organization_id as id from deals.contacts')).map(
      ({ id }) => id,
    );
    expect(contacts.length).toBe(new Set(contacts).size);
    expect([...leaves.contacts].filter((id) => !contacts.includes(id))).toEqual([]);
    const passages = await query(rowsThere, 'select count(*)::int as n from knowledge.chunks');
    expect(passages).toEqual([{ n: PASSAGES }]);
    const tables = await query<{ name: string }>(
      rowsHere,
      `select table_schema || '.' || table_name as name from information_schema.columns
       where column_name = 'organization_id' and table_schema !~ '^pg' and table_name <> 'departures'`,
    );
    for (const { name } of tables) {
      const left = `select from ${name} where organization_id = any ($1) limit 1`;
      const foreign = `select from ${name} where organization_id <> all ($1) and organization_id <> '${INSTALLATION}' limit 1`;
      const counts = [
        (await query(rowsHere, left, [group])).length,
        (await query(rowsThere, foreign, [group])).length,
      ];
      expect([name, ...counts]).toEqual([name, 0, 0]);
    }
    const clients = "select organization_id as id from identity.organizations where kind = 'client'";
    expect(new Set((await found(rowsHere, clients)).map(({ id }) => id))).toEqual(
      new Set(stays.clients.keys()),
    );
  }, 60_000);

  test('who comes to the old address is told the new one, with a session and with a password', async () => {
    const { status, body } = await lin<{ code: string; details: object }>('GET', 'clients');
    expect([status, body.code, body.details]).toEqual([
      ...[410, 'kit.organization_departed', { address: NEW_ADDRESS }],
    ]);
    const again = visitor(() => addressOf(here));
    const signIn = { email: 'lin@leaves.example', password: PASSWORD, remember: false };
    expect(await again('POST', 'account/sign-in', signIn)).toMatchObject({ status: 410 });
    expect((await mia('GET', 'clients')).status).toBe(200);
  });

  test('the new installation asks for the second step of before and opens sealed columns, files and secrets with its own key alone', async () => {
    there = await ends.start(ends.thereEnvironment);
    const own = visitor(() => addressOf(there));
    const signIn = { email: 'lin@leaves.example', password: PASSWORD, remember: false };
    const step = await own<SignInStep>('POST', 'account/sign-in', signIn);
    expect(step.body.next).toBe('two_factor');
    expect((await own('GET', 'session')).status).toBe(401);
    const code = totp(goes.secret, Date.now());
    const done = await own<SignInStep>('POST', 'account/sign-in/code', { code, kind: 'totp' });
    expect(done.body.next).toBe('signed_in');
    const contacts = await own<{ items: { email: string; name: string }[] }>(
      ...(['GET', `clients/${goes.first}/contacts`] as const),
    );
    const email = `${goes.first}@people.example`;
    expect(contacts.body.items).toMatchObject([{ name: '王珊', email }]);
    const opened = await openKit(ends.thereEnvironment, ends.options.data);
    await opened.kit.vault.ready();
    expect(Buffer.from((await opened.kit.blobs.get(goes.first, FILE)) ?? []).toString()).toBe('a file');
    expect(await opened.kit.secrets.get(goes.sellerId, 'channels/one')).toBe('https://hooks.example/quiet');
    // A client whose address is looked up across organisations is found by the new installation's own hash.
    const hashes = await query<{ email_index: string }>(
      rowsThere,
      'select email_index from deals.contacts where organization_id = $1',
      [goes.first],
    );
    expect(hashes[0]?.email_index).not.toBe('');
    const oldKey = { ...opened.configuration, secretKey: Buffer.from(ends.oldKey, 'base64') };
    const old = createKit(oldKey, opened.kit.database);
    await expect(old.vault.ready()).rejects.toThrow();
    await opened.close();
    const { body: letters } = await own<{ items: { id: string; event: { organizationId: string } }[] }>(
      ...(['GET', 'system/dead-letters'] as const),
    );
    expect(letters.items.map(({ event }) => event.organizationId)).toContain(dead);
    for (const { id } of letters.items)
      expect((await own('POST', `system/dead-letters/${id}/replay`)).status).toBe(204);
    const behind = async () => {
      const { body } = await own<{ items: { lag: number; parked: number; deadLetters: number }[] }>(
        ...(['GET', 'system/consumers'] as const),
      );
      return body.items.reduce((sum, { lag, parked, deadLetters }) => sum + lag + parked + deadLetters, 0);
    };
    await expect.poll(behind, { timeout: 120_000, interval: 250 }).toBe(0);
    const report = await own<{ organizations: { brokenAt: number | null; entries: number }[] }>(
      ...(['POST', 'audit/verification', { noted: [] }] as const),
    );
    expect(report.body.organizations.filter(({ brokenAt }) => brokenAt !== null)).toEqual([]);
    expect(report.body.organizations.length).toBeGreaterThan(leaves.clients.size);
  }, 200_000);

  test('work goes on there: research ends, and what had failed here is done in its order', async () => {
    const researched = [...leaves.clients.values()].filter((research) => research).length;
    const drawn = "select count(distinct organization_id)::int as n from kit.events where type = 'map.drawn'";
    await expect
      .poll(() => query(rowsThere, drawn), { timeout: 90_000, interval: 250 })
      .toEqual([{ n: researched }]);
    for (const id of [parked, dead]) {
      const entries = await query<{ id: string }>(
        rowsThere,
        'select id from copilot.timeline where organization_id = $1 order by id',
        [id],
      );
      const events = await query<{ id: string }>(
        rowsThere,
        'select id from kit.events where organization_id = $1 order by id',
        [id],
      );
      expect(events.length).toBeGreaterThan(1);
      expect(entries).toEqual(events);
    }
  }, 120_000);
});
