import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  Account,
  ContactTraces,
  Deal,
  ErasureReceipt,
  Members,
  ResearchRun,
} from '@tokenholic/contracts';
import { AppError } from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import type { GraphStore } from '@tokenholic/knowledge';
import { contactPlaces, type PrivacyPorts, registry, settleErasures } from '@tokenholic/privacy';
import { createAgents, createPageReader } from '@tokenholic/research';
import { createConnections } from '@tokenholic/settings';
import { createLlm } from '@workflow/llm-sdk';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compose, migrations, type Product } from './compose.ts';
import { readConfiguration } from './configuration.ts';
import { exportMap } from './export-map.ts';
import { doDeeds, wordsOfDeeds } from './testing/own-deeds.ts';
import { plantContact, planted, tracesOfPlanted } from './testing/planted-contact.ts';

const PASSWORD = 'quiet-harbour-41-lanterns';
const canary = 'kanarienvogel7731';
const client = '01970000-0000-7000-8000-00000000c001';
const other = '01970000-0000-7000-8000-00000000c002';
const clientName = `Canary ${canary}`;
let kit: TestKit;
let product: Product;
/** A graph beside the database: how much each organisation has there, and whether it answers. */
const beside = {
  answers: true,
  kept: new Map([
    [client, 12],
    [other, 5],
  ]),
};
const graphBeside: GraphStore = {
  ...{ kind: 'neo4j', put: async () => {}, find: async () => [], read: async () => [] },
  ...{ relationsOf: async () => [], forget: async () => {} },
  erase: async (organizationId) => {
    if (!beside.answers)
      throw new AppError({ kind: 'unavailable', code: 'test.away', message: { zh: '', en: '' } });
    const erased = beside.kept.get(organizationId) ?? 0;
    beside.kept.delete(organizationId);
    return erased;
  },
};

interface Caller {
  <T>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<{ status: number; body: T }>;
  raw(path: string): Promise<{ status: number; bytes: Uint8Array }>;
  /** One file in a form; the answer is the status. */
  upload(path: string, fileName: string, text: string): Promise<number>;
}

function caller(): Caller {
  let cookie = '';
  const send = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) => {
    const options = { method, url: `/api/${path}`, headers: { cookie } };
    const response = await product.app.inject(body === undefined ? options : { ...options, payload: body });
    const set = [response.headers['set-cookie'] ?? []].flat().find((one) => /session_token=/.test(one));
    if (set !== undefined) cookie = set.split(';')[0] ?? '';
    return response;
  };
  const call = async <T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object) => {
    const response = await send(method, path, body);
    const text = response.body;
    const parsed: T = text === '' || text === 'null' ? {} : JSON.parse(text);
    return { status: response.statusCode, body: parsed };
  };
  const raw = async (path: string) => {
    const response = await send('GET', path);
    return { status: response.statusCode, bytes: new Uint8Array(response.rawPayload) };
  };
  const upload = async (path: string, fileName: string, text: string) => {
    const payload = [
      ...['--form', `Content-Disposition: form-data; name="file"; filename="${fileName}"`],
      ...['Content-Type: application/octet-stream', '', text, '--form--', ''],
    ].join('\r\n');
    const headers = { cookie, 'content-type': 'multipart/form-data; boundary=form' };
    return (await product.app.inject({ method: 'POST', url: `/api/${path}`, headers, payload })).statusCode;
  };
  return Object.assign(call, { raw, upload });
}

let owner: Caller;
let boss: Caller;

const ports = (): PrivacyPorts => ({
  ...{
    passExport: async () => {},
    findVendor: vendor,
    forget: () => {},
    sealedTables: () => [],
    documents: null,
    contactsAt: async () => [],
    rotateOwnKey: async () => 0,
  },
  ...{ listOrganizations: async () => [client, other] },
  storesBeside: [{ name: 'neo4j', erase: graphBeside.erase }],
});

async function vendor(): Promise<string> {
  const { rows } = await kit.database.pool.query<{ id: string }>(
    "select organization_id as id from identity.organizations where kind = 'vendor'",
  );
  return rows[0]?.id ?? '';
}

/** Until what was published and asked for is done. */
async function settled(): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    await product.dispatcher.idle();
    const { rows } = await kit.database.pool.query<{ count: number }>(
      "select count(*)::int as count from pgboss.job where state in ('created', 'active') and name !~ 'clock|schedule'",
    );
    if (rows[0]?.count === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function invitationTo(email: string): Promise<string> {
  const mails = (await product.accounts?.outbox.list(null, 50)) ?? [];
  const body = mails.find(
    ({ recipient, body: text }) => recipient === email && text?.includes('invitation='),
  );
  return /invitation=(\S+)/.exec(body?.body ?? '')?.[1] ?? '';
}

async function joinAs(email: string, name: string): Promise<Caller> {
  const person = caller();
  const invitation = await invitationTo(email);
  const input = { name, email, password: PASSWORD, language: 'zh', invitation };
  expect((await person('POST', 'account/sign-up', input)).status).toBe(200);
  return person;
}

async function createClient(id: string, name: string, notes: string): Promise<void> {
  const research = { website: null, links: [], notes, materialIds: [], language: 'zh', publicSources: false };
  const made = await owner('POST', 'clients', { id, name, website: null, research });
  expect(made.status).toBe(201);
  for (let tries = 0; tries < 200; tries += 1) {
    await product.dispatcher.idle();
    const { body } = await owner<{ items: ResearchRun[] }>('GET', `clients/${id}/research-runs`);
    if (['completed', 'failed'].includes(body.items[0]?.status ?? '')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The run did not end');
}

beforeAll(async () => {
  kit = await createTestKit(migrations.slice(1));
  const configuration = readConfiguration(
    { TOKENHOLIC_LOG_LEVEL: 'silent', TOKENHOLIC_DEMO: 'false' },
    kit.folder,
  );
  const llm = createLlm({ connections: () => [] });
  const none = async () => null;
  product = await compose(configuration, kit, {
    agents: createAgents(
      { allowedPrivateHosts: [], searchKey: none, browserKey: none, githubToken: null },
      llm,
    ),
    exporter: exportMap,
    connections: createConnections(kit, {}),
    llm,
    readPage: createPageReader({ allowedPrivateHosts: [], browserKey: none }),
    knowledge: { graph: graphBeside },
  });
  await product.app.ready();
  owner = caller();
  const setupCode = product.accounts?.setupCode;
  await owner('POST', 'account/sign-up', {
    ...{ name: '林佩', email: 'lin@vendor.example', password: PASSWORD, language: 'zh' },
    ...{ organizationName: '云上销售', setupCode },
  });
  await createClient(
    client,
    clientName,
    `${canary} 的智能客服使用 Qwen3.6-Plus，日均 12 万次会话。视频生成使用 Seedance 2.0。`,
  );
  await createClient(other, '青禾生鲜', '青禾生鲜的智能客服使用豆包 2.0 Pro，日均 3 万次会话。');
  await kit.blobs.put(client, 'materials/01970000-0000-7000-8000-00000000e001', Buffer.from(canary));
  await kit.database.withTenant([client], ({ db }) =>
    db.execute(
      `insert into research.materials (id, organization_id, file_name, media_type, bytes, created_at)
       values ('01970000-0000-7000-8000-00000000e001', '${client}', '${canary}.txt', 'text/plain', 17, now())`,
    ),
  );
  const email = `boss@${canary}.example`;
  await owner('POST', `clients/${client}/invitations`, { email, language: 'zh' });
  boss = await joinAs(email, `老板${canary}`);
  await boss('POST', 'invitations', { email: `new@${canary}.example`, roles: ['viewer'], language: 'zh' });
  const draft = { kind: 'email', tone: 'formal', language: 'zh' };
  expect((await owner('POST', `clients/${client}/copilot/drafts`, draft)).status).toBe(201);
}, 240_000);
afterAll(async () => {
  await product.close();
});

/** Every row of every table, and every file, as text. */
async function dump(): Promise<Map<string, string>> {
  const { rows: tables } = await kit.database.pool.query<{ name: string }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`,
  );
  const stores = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await kit.database.pool.query(`select t::text as row from ${name} t`);
    stores.set(name, JSON.stringify(rows));
  }
  for (const path of globSync('**/*', { cwd: kit.folder, withFileTypes: true }))
    if (path.isFile()) {
      const file = join(path.parentPath, path.name);
      stores.set(file, `${file} ${readFileSync(file, 'latin1')}`);
    }
  return stores;
}

const holding = async (text: string) =>
  [...(await dump())].filter(([, content]) => content.includes(text)).map(([name]) => name);

test('every table has an entry in the registry, and every entry a table', async () => {
  const { rows } = await kit.database.pool.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'pgboss')`,
  );
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(registry).sort());
});

test('every table of organisations says how a contact is found in it', () => {
  const tables = Object.entries(registry).flatMap(([name, { scope }]) =>
    scope === 'organization' ? name : [],
  );
  expect(Object.keys(contactPlaces).sort()).toEqual(tables.sort());
});

/** What stays of organisations that are no longer here: their ids, and what became of them. */
const NOTES_OF_THE_GONE = new Set(['privacy.receipts', 'kit.departures']);

test('an entry’s columns are there, and a table that names organisations is not said to be nobody’s', async () => {
  const { rows } = await kit.database.pool.query<{ name: string; columns: string[] }>(
    `select table_schema || '.' || table_name as name, array_agg(column_name::text) as columns
     from information_schema.columns group by 1`,
  );
  const columns = new Map(rows.map((row) => [row.name, row.columns]));
  for (const [name, entry] of Object.entries(registry)) {
    const there = columns.get(name) ?? [];
    if (entry.scope === 'none') {
      const ofOrganizations = there.includes('organization_id');
      expect({ name, ofOrganizations }).toEqual({ name, ofOrganizations: NOTES_OF_THE_GONE.has(name) });
      continue;
    }
    const named = [
      ...entry.hidden,
      ...(entry.scope === 'organization'
        ? ['organization_id', ...entry.mentions, ...(entry.personColumn === null ? [] : [entry.personColumn])]
        : []),
    ];
    expect([name, named.filter((column) => !there.includes(column))]).toEqual([name, []]);
  }
});

test('the vendor’s export of a client holds every row and file, with a manifest that fits', async () => {
  const { status, bytes } = await owner.raw(`clients/${client}/privacy/export`);
  expect(status).toBe(200);
  const files = unzipSync(bytes);
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
  expect(manifest.files.map(({ path }: { path: string }) => path).sort()).toEqual(
    Object.keys(files)
      .filter((path) => path !== 'manifest.json')
      .sort(),
  );
  expect(strFromU8(files['files/materials/01970000-0000-7000-8000-00000000e001'] ?? new Uint8Array())).toBe(
    canary,
  );
  for (const [name, entry] of Object.entries(registry)) {
    if (entry.scope !== 'organization') continue;
    const { rows } = await kit.database.pool.query<{ count: number }>(
      `select count(*)::int as count from ${name} where organization_id = '${client}'`,
    );
    const text = strFromU8(files[`tables/${name}.ndjson`] ?? new Uint8Array());
    expect([name, text.split('\n').filter((line) => line !== '').length]).toEqual([name, rows[0]?.count]);
  }
  const all = Object.values(files)
    .map((file) => strFromU8(file))
    .join('\n');
  expect(all).toContain(`老板${canary}`);
  // Sealed at rest, plain in what is taken along.
  const invited = `new@${canary}.example`;
  expect(strFromU8(files['tables/identity.invitations.ndjson'] ?? new Uint8Array())).toContain(invited);
  expect(await holding(invited)).toEqual([]);
  expect(all).not.toContain('青禾生鲜');
  expect(all).not.toMatch(/argon2id|"token"|token_hash|key_hash/);
});

test('a client’s own export holds its people and files, and nothing of what the seller thinks', async () => {
  const { status, bytes } = await boss.raw('organization/export');
  expect(status).toBe(200);
  const files = unzipSync(bytes);
  expect(Object.keys(files)).toContain('tables/identity.users.ndjson');
  expect(Object.keys(files)).toContain('files/materials/01970000-0000-7000-8000-00000000e001');
  expect(Object.keys(files).filter((path) => /copilot|battlemap|findings|deals/.test(path))).toEqual([]);
  expect((await boss.raw(`clients/${client}/privacy/export`)).status).toBe(403);
});

test('erasing asks for the name, and never takes the vendor', async () => {
  const path = `clients/${client}/privacy/erasure`;
  const wrong = await owner<{ code: string }>('POST', path, { confirmName: 'Canary' });
  expect([wrong.status, wrong.body.code]).toEqual([400, 'privacy.name_differs']);
  const vendor = await owner<{ code: string }>('POST', 'organization/erasure', { confirmName: '云上销售' });
  expect(vendor.body.code).toBe('privacy.vendor_stays');
  expect((await boss('POST', path, { confirmName: clientName })).status).toBe(403);
});

test('a living organisation’s people stand in no store in plain: not in a table, an event, a file or a queue', async () => {
  const deal = '01970000-0000-7000-8000-00000000d001';
  const contact = '01970000-0000-7000-8000-00000000d002';
  const said = '01970000-0000-7000-8000-00000000d003';
  const person = { name: '鸣金雀', email: 'finch.4471@qinghe.example', phone: '139-4471-0000' };
  const words = { notes: '记下雀四四七一', subject: '主题雀四四七一', text: '原话雀四四七一，我来推动。' };
  const now = new Date().toISOString();
  const created = await owner('POST', `clients/${other}/deals`, {
    ...{ id: deal, title: '客服迁移', amountMinor: 100, currency: 'CNY', closeDate: '2027-03-01' },
    ...{ source: '', products: [], competitors: [], stage: 'lead' },
  });
  expect(created.status).toBeLessThan(300);
  const added = await owner('POST', `clients/${other}/contacts`, {
    ...{ id: contact, ...person, title: 'CTO', notes: words.notes },
  });
  expect(added.status).toBeLessThan(300);
  const logged = await owner('POST', `deals/${deal}/activities`, {
    ...{ id: said, kind: 'email', direction: 'in', occurredAt: now, contactIds: [contact] },
    ...{ subject: words.subject, text: words.text },
  });
  expect(logged.status).toBeLessThan(300);
  const personId = (await owner<Account>('GET', 'account')).body.id;
  await doDeeds(owner, { clientId: other, dealId: deal, personId });
  const wanted = `clients/${other}/requirements`;
  const draft = await owner<{ id: string }>('POST', wanted, { language: 'zh' });
  const link = await owner<{ token: string }>('POST', `${wanted}/${draft.body.id}/send`, { days: 7 });
  const returned = { name: '归雀四四七一', comment: '附言雀四四七一' };
  const handedBack = await caller()('POST', `requirements/${link.body.token}`, {
    ...{ ...returned, answers: [], added: [] },
  });
  expect([draft.status, link.status, handedBack.status]).toEqual([201, 200, 200]);
  await product.dispatcher.idle();
  const list = await owner<{ items: { returned: object }[] }>('GET', wanted);
  expect(list.body.items[0]?.returned).toMatchObject({ by: returned.name, comment: returned.comment });
  const page = await owner<{ contact: object; said: object[] }>('GET', `contacts/${contact}`);
  expect(page.body).toMatchObject({
    contact: { ...person, notes: words.notes },
    said: [{ subject: words.subject, text: words.text }],
  });
  const places = [];
  for (const text of [
    person.email,
    person.phone,
    words.notes,
    words.text,
    returned.comment,
    ...['lin@vendor.example', '林佩'],
    ...Object.values(wordsOfDeeds),
  ])
    places.push([text, await holding(text)]);
  expect(places).toEqual(places.map(([text]) => [text, []]));
  // Names stand in the workspace's own list of what happened too.
  for (const text of [person.name, words.subject, returned.name]) expect(await holding(text)).toEqual([]);
});

/** Everything of the client and of the vendor, what is sealed opened. */
async function openedDump(): Promise<string> {
  const archives = [
    await owner.raw(`clients/${other}/privacy/export`),
    await owner.raw('organization/export'),
  ];
  expect(archives.map(({ status }) => status)).toEqual([200, 200]);
  return archives
    .flatMap(({ bytes }) => Object.values(unzipSync(bytes)))
    .map((file) => strFromU8(file))
    .join('\n');
}

const contactPath = `clients/${other}/contacts/${planted.contactId}/privacy`;

test('a contact’s archive holds everything that leads to the person, and an erasure says beforehand where it will go', async () => {
  const made = await owner<{ id: string }>('POST', 'knowledge/collections', {
    name: 'Signing',
  });
  await plantContact({
    ...{ kit, send: owner, upload: owner.upload, clientId: other, clientName: '青禾生鲜' },
    ...{ vendorId: await vendor(), collectionId: made.body.id },
  });
  await settled();
  const { status, bytes } = await owner.raw(`${contactPath}/export`);
  expect(status).toBe(200);
  const files = unzipSync(bytes);
  const text = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  const everything = Object.keys(files).map(text).join('\n');
  for (const trace of tracesOfPlanted.filter((one) => one !== '13888517702'))
    expect(everything).toContain(trace);
  for (const table of [
    'deals.contacts',
    'deals.activities',
    'kit.events',
    'personas.subjects',
    'privacy.consents',
  ])
    expect(text(`tables/${table}.ndjson`)).not.toBe('');
  expect(text('tables/privacy.consents.ndjson')).toContain(`Form signed by ${planted.name}`);
  expect(everything).not.toContain('finch.4471');
  // Another client's people are not there at all.
  expect((await boss.raw(`${contactPath}/export`)).status).toBe(404);
  const preview = await owner<ContactTraces>('GET', contactPath);
  expect(preview.body).toMatchObject({ name: planted.name, nameShared: false });
  expect(preview.body.files.map(({ store }) => store).sort()).toEqual(['deal_files', 'imports', 'knowledge']);
  const stores = preview.body.stores.map(({ name }) => name);
  expect(stores).toEqual(
    expect.arrayContaining(['copilot.timeline', 'deals.activities', 'agents.checkpoints']),
  );
  expect(await openedDump()).toContain(planted.name);
});

test('after a contact’s erasure nothing leads to the person in any store, opened or not, and figures of deals hold', async () => {
  const deal = () => owner<Deal>('GET', `deals/${planted.dealId}`);
  const before = (await deal()).body;
  const wrong = await owner<{ code: string }>('POST', `${contactPath}/erasure`, { confirmName: 'Zephyrine' });
  expect([wrong.status, wrong.body.code]).toEqual([400, 'privacy.contact_name_differs']);
  const done = await owner<ErasureReceipt>('POST', `${contactPath}/erasure`, { confirmName: planted.name });
  expect([done.status, done.body.subject]).toEqual([
    200,
    { kind: 'person', id: planted.contactId, clientId: other },
  ]);
  await settled();
  const stored = [...(await dump())];
  const opened = await openedDump();
  const left = tracesOfPlanted.map((trace) => [
    ...[trace, opened.toLowerCase().includes(trace.toLowerCase())],
    stored.filter(([, content]) => content.includes(trace)).map(([name]) => name),
  ]);
  expect(left).toEqual(tracesOfPlanted.map((trace) => [trace, false, []]));
  const deeds = done.body.stores.map(({ kind, name, done: deed }) => `${kind} ${name} ${deed}`);
  for (const deed of [
    ...['table personas.subjects deleted', 'table deals.contacts emptied', 'table deals.contacts replaced'],
    ...['table kit.events replaced', 'table deals.mails deleted', 'table copilot.timeline replaced'],
    ...['table kit.audit_entries kept', 'table privacy.consents kept', 'table privacy.consents deleted'],
    ...['files deal_files replaced', 'files imports replaced', 'files knowledge deleted'],
  ])
    expect(deeds).toContain(deed);
  for (const { done: deed, why } of done.body.stores) if (deed === 'kept') expect(why?.en).toBeTruthy();
  const after = (await deal()).body;
  const figures = ({ people, tasks, ...rest }: Deal) => ({
    ...rest,
    people: people.length,
    tasks: tasks.length,
  });
  expect(figures(after)).toEqual(figures(before));
  expect(after.people.map(({ role, erased }) => [role, erased])).toEqual([
    ['champion', true],
    ['champion', false],
  ]);
  expect((await owner('GET', `contacts/${planted.contactId}`)).status).toBe(404);
  expect((await owner('GET', contactPath)).status).toBe(404);
  const call = await owner('POST', `clients/${other}/consents/check`, {
    ...{ address: planted.phone, purpose: 'marketing_call' },
  });
  expect(call.body).toMatchObject({ allowed: false, because: 'withdrawn' });
});

test('what work under way writes of an erased contact goes when the erasure settles, and then nobody knows whom it was about', async () => {
  await kit.database.withTenant([other], ({ db }) =>
    db.execute(
      `insert into copilot.timeline (id, organization_id, kind, type, form, title, occurred_at, actor, weight)
       values ('01970000-0000-7000-8000-00000000d199', '${other}', 'win', 'activity.logged', 'line',
         '{"zh": "${planted.name}", "en": "${planted.name}"}', now(), 'system', 0)`,
    ),
  );
  const { now } = kit;
  kit.now = () => new Date(now().getTime() + 60 * 60_000);
  await settleErasures(kit, ports());
  kit.now = now;
  expect(await holding(planted.name)).toEqual([]);
  const { rows } = await kit.database.pool.query(
    `select pending, settled_at is not null as settled from privacy.receipts where subject_id = '${planted.contactId}'`,
  );
  expect(rows).toEqual([{ pending: null, settled: true }]);
});

test('while a store beside the database does not answer nothing is erased, so that it can be asked again', async () => {
  const before = await holding(canary);
  beside.answers = false;
  const path = `clients/${client}/privacy/erasure`;
  expect((await owner('POST', path, { confirmName: clientName })).status).toBe(503);
  beside.answers = true;
  expect(await holding(canary)).toEqual(expect.arrayContaining(before));
});

test('a person who left is erased: no name, no address in any store, and what they did stays', async () => {
  const name = '许金丝雀八八二';
  const email = 'xu-canary-8822@vendor.example';
  await owner('POST', 'invitations', { email, roles: ['sales_agent'], language: 'zh' });
  const xu = await joinAs(email, name);
  const id = (await xu<Account>('GET', 'account')).body.id;
  await owner('PUT', `clients/${other}/team/${id}`, { assigned: true });
  await product.dispatcher.idle();
  expect(await holding(name)).not.toEqual([]);
  const early = await owner<{ code: string }>('POST', `people/${id}/erasure`);
  expect(early.body.code).toBe('privacy.person_still_there');
  await owner<Members>('DELETE', `members/${id}`);
  const done = await owner<ErasureReceipt>('POST', `people/${id}/erasure`);
  expect([done.status, done.body.subject]).toEqual([200, { kind: 'person', id, clientId: null }]);
  expect([await holding(name), await holding(email)]).toEqual([[], []]);
  expect(await openedDump()).toContain('[erased] 加入团队');
});

test('after an erasure no canary is left in any store, nothing else is gone, and the receipt says where it stood', async () => {
  expect((await holding(canary)).length).toBeGreaterThan(10);
  const before = await dump();
  const done = await owner<ErasureReceipt>('POST', `clients/${client}/privacy/erasure`, {
    confirmName: clientName,
  });
  expect(done.status).toBe(200);
  expect(await holding(canary)).toEqual([]);
  const erased = done.body.stores.filter((store) => (store.erased ?? 0) > 0).map((store) => store.name);
  for (const name of [
    'kit.events',
    'research.findings',
    'battlemap.versions',
    'accounts.people',
    'files',
    'pgboss.job',
  ])
    expect(erased).toContain(name);
  expect(done.body.stores.find(({ kind }) => kind === 'keys')?.erased).toBe(2);
  expect(done.body.stores).toContainEqual({ kind: 'store', name: 'neo4j', erased: 12 });
  expect([...beside.kept.keys()]).toEqual([other]);
  expect(JSON.stringify(done.body)).not.toContain(canary);
  expect(done.body.auditSeal?.entries).toBeGreaterThan(3);
  expect((await owner('GET', `clients/${client}`)).status).toBe(404);
  expect((await boss('GET', 'session')).status).toBe(401);
  const after = await dump();
  const rowsOf = (stores: Map<string, string>, table: string, id: string) =>
    (stores.get(table) ?? '').split(id).length;
  for (const table of ['research.findings', 'battlemap.versions', 'kit.events', 'copilot.timeline'])
    expect([table, rowsOf(after, table, other)]).toEqual([table, rowsOf(before, table, other)]);
});

test('what work under way writes after an erasure goes too, and then the receipt is settled', async () => {
  await kit.database.withTenant([client], ({ db }) =>
    db.execute(`insert into research.clients (organization_id, name) values ('${client}', '${canary}')`),
  );
  beside.kept.set(client, 3);
  await settleErasures(kit, ports());
  expect([...beside.kept.keys()]).toEqual([other]);
  expect(await holding(canary)).toEqual([]);
  const { now } = kit;
  kit.now = () => new Date(now().getTime() + 60 * 60_000);
  await settleErasures(kit, ports());
  kit.now = now;
  const { body } = await owner<{ items: ErasureReceipt[] }>('GET', 'privacy/receipts');
  expect(body.items[0]?.settledAt).not.toBeNull();
  expect(body.items).toHaveLength(3);
});
