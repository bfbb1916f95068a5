import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResearchRun } from '@tokenholic/contracts';
import { AppError } from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import type { GraphStore } from '@tokenholic/knowledge';
import type { PrivacyPorts } from '@tokenholic/privacy';
import { createAgents, createPageReader } from '@tokenholic/research';
import { createConnections } from '@tokenholic/settings';
import { createLlm } from '@workflow/llm-sdk';
import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import { compose, migrations, type Product } from '../compose.ts';
import { readConfiguration } from '../configuration.ts';
import { exportMap } from '../export-map.ts';
import { type Caller, caller } from './caller.ts';

/** Stands in everything that the first client has. */
export const canary = 'kanarienvogel7731';
export const client = '01970000-0000-7000-8000-00000000c001';
export const other = '01970000-0000-7000-8000-00000000c002';
export const clientName = `Canary ${canary}`;
const PASSWORD = 'quiet-harbour-41-lanterns';

/** The whole product with accounts: a seller and two researched clients, the first with people and files of its own. */
export interface PrivacyHouse {
  kit: TestKit;
  product: Product;
  /** Who set the seller up, and who owns the first client. */
  owner: Caller;
  boss: Caller;
  /** A graph beside the database: how much each organisation has there, and whether it answers. */
  beside: { answers: boolean; kept: Map<string, number> };
  /** What privacy stands on, for work that no request starts. */
  ports: PrivacyPorts;
  vendor(): Promise<string>;
  joinAs(email: string, name: string): Promise<Caller>;
  /** Until what was published and asked for is done. */
  settled(): Promise<void>;
  /** Every row of every table, and every file, as text. */
  dump(): Promise<Map<string, string>>;
  /** Where a text stands in the dump. */
  holding(text: string): Promise<string[]>;
  /** Everything of the second client and of the vendor, what is sealed opened. */
  openedDump(): Promise<string>;
}

export async function openPrivacyHouse(): Promise<PrivacyHouse> {
  const kit = await createTestKit(migrations.slice(1));
  const beside = {
    answers: true,
    kept: new Map([
      [client, 12],
      [other, 5],
    ]),
  };
  const graph = graphOn(beside);
  const product = await composeOn(kit, graph);
  const owner = caller(product);
  await owner('POST', 'account/sign-up', {
    ...{ name: '林佩', email: 'lin@vendor.example', password: PASSWORD, language: 'zh' },
    ...{ organizationName: '云上销售', setupCode: product.accounts?.setupCode },
  });
  const dump = () => dumpOf(kit);
  const vendor = async () => {
    const { rows } = await kit.database.pool.query<{ id: string }>(
      "select organization_id as id from identity.organizations where kind = 'vendor'",
    );
    return rows[0]?.id ?? '';
  };
  const house = {
    ...{ kit, product, owner, beside, vendor, dump },
    joinAs: (email: string, name: string) => joinAs(product, email, name),
    settled: () => settled(product),
    holding: async (text: string) =>
      [...(await dump())].filter(([, content]) => content.includes(text)).map(([name]) => name),
    openedDump: () => openedDump(owner),
    ports: portsOn(graph, vendor),
  };
  await createClient(
    house,
    client,
    clientName,
    `${canary} 的智能客服使用 Qwen3.6-Plus，日均 12 万次会话。视频生成使用 Seedance 2.0。`,
  );
  await createClient(house, other, '青禾生鲜', '青禾生鲜的智能客服使用豆包 2.0 Pro，日均 3 万次会话。');
  return { ...house, boss: await furnish(house) };
}

function graphOn(beside: PrivacyHouse['beside']): GraphStore {
  return {
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
}

const portsOn = ({ erase }: GraphStore, findVendor: () => Promise<string>): PrivacyPorts => ({
  ...{
    findVendor,
    sellerOf: findVendor,
    passExport: async () => {},
    forget: () => {},
    sealedTables: () => [],
  },
  ...{ documents: null, contactsAt: async () => [], rotateOwnKey: async () => 0 },
  ...{ listOrganizations: async () => [client, other], clientsWithSellers: async () => [] },
  storesBeside: [{ name: 'neo4j', erase }],
});

async function composeOn(kit: TestKit, graph: GraphStore): Promise<Product> {
  const llm = createLlm({ connections: () => [] });
  const none = async () => null;
  const product = await compose(
    readConfiguration({ TOKENHOLIC_LOG_LEVEL: 'silent', TOKENHOLIC_DEMO: 'false' }, kit.folder),
    kit,
    {
      agents: createAgents(
        { allowedPrivateHosts: [], searchKey: none, browserKey: none, githubToken: null },
        llm,
      ),
      ...{ exporter: exportMap, connections: createConnections(kit, {}), llm, knowledge: { graph } },
      readPage: createPageReader({ allowedPrivateHosts: [], browserKey: none }),
    },
  );
  await product.app.ready();
  return product;
}

async function createClient(
  { owner, product }: Pick<PrivacyHouse, 'owner' | 'product'>,
  id: string,
  name: string,
  notes: string,
): Promise<void> {
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

/** Gives the first client a file, an owner, an invitation and a draft. */
async function furnish({ kit, owner, joinAs }: Omit<PrivacyHouse, 'boss'>): Promise<Caller> {
  await kit.blobs.put(client, 'materials/01970000-0000-7000-8000-00000000e001', Buffer.from(canary));
  await kit.database.withTenant([client], ({ db }) =>
    db.execute(
      `insert into research.materials (id, organization_id, file_name, media_type, bytes, created_at)
       values ('01970000-0000-7000-8000-00000000e001', '${client}', '${canary}.txt', 'text/plain', 17, now())`,
    ),
  );
  const email = `boss@${canary}.example`;
  await owner('POST', `clients/${client}/invitations`, { email, language: 'zh' });
  const boss = await joinAs(email, `老板${canary}`);
  await boss('POST', 'invitations', { email: `new@${canary}.example`, roles: ['viewer'], language: 'zh' });
  const draft = { kind: 'email', tone: 'formal', language: 'zh' };
  expect((await owner('POST', `clients/${client}/copilot/drafts`, draft)).status).toBe(201);
  return boss;
}

async function joinAs(product: Product, email: string, name: string): Promise<Caller> {
  const person = caller(product);
  const mails = (await product.accounts?.outbox.list(null, 50)) ?? [];
  const mail = mails.find(({ recipient, body }) => recipient === email && body?.includes('invitation='));
  const invitation = /invitation=(\S+)/.exec(mail?.body ?? '')?.[1] ?? '';
  const input = { name, email, password: PASSWORD, language: 'zh', invitation };
  expect((await person('POST', 'account/sign-up', input)).status).toBe(200);
  return person;
}

async function settled({ kit, dispatcher }: Product): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    await dispatcher.idle();
    const { rows } = await kit.database.pool.query<{ count: number }>(
      "select count(*)::int as count from pgboss.job where state in ('created', 'active') and name !~ 'clock|schedule'",
    );
    if (rows[0]?.count === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function dumpOf(kit: TestKit): Promise<Map<string, string>> {
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

async function openedDump(owner: Caller): Promise<string> {
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
