import { join } from 'node:path';
import { sealedContacts } from '@tokenholic/deals';
import {
  ACCOUNTS_SECRET,
  carryPeople,
  findSellerGroup,
  installationSecret,
  type Sealing,
} from '@tokenholic/identity';
import {
  acrossIndexes,
  type BlobStore,
  createLogger,
  databaseSecretsOf,
  fileSecretsOf,
  handOverKeys,
  isInUse,
  type Kit,
  listPlacements,
  type Parted,
  partSeller,
  remakeIndexes,
  type Way,
} from '@tokenholic/kit';
import { createKit, openConfiguredDatabase } from '../compose.ts';
import type { Configuration } from '../configuration.ts';
import { openPorts } from '../ports.ts';
import { checkEnds } from './check-ends.ts';
import { type CarriedFiles, carryFiles, filesOf } from './files.ts';

/** Tables whose look-ups go over many organisations and are keyed by the installation. */
export const LOOKED_UP_ACROSS = [sealedContacts];

export interface PartingOrder {
  sellerId: string;
  longestWaitMilliseconds: number;
}

export interface PartingDone extends Parted {
  files: number;
  people: number;
}

interface End {
  configuration: Configuration;
  kit: Kit;
  /** Files as they lie, sealed: what opens them goes along. */
  files: BlobStore;
  close(): Promise<void>;
}

/** Carries a seller with all its clients from one installation into another that begins with them. */
export async function partWithSeller(
  from: Configuration,
  to: Configuration,
  order: PartingOrder,
): Promise<PartingDone> {
  checkEnds(from, to);
  const targetInUse = to.databaseUrl !== null && (await isInUse(to.databaseUrl));
  const here = await openEnd(from);
  try {
    const there = await openEnd(to);
    try {
      return await part(here, there, { ...order, targetInUse });
    } finally {
      await there.close();
    }
  } finally {
    await here.close();
  }
}

async function openEnd(configuration: Configuration): Promise<End> {
  const database = await openConfiguredDatabase(configuration);
  const ports = await openPorts(configuration, createLogger('error'));
  const kit = createKit(configuration, database, ports);
  await kit.vault.ready();
  const close = async () => {
    await ports.close();
    await database.close();
  };
  return { configuration, kit, files: ports.blobs, close };
}

async function part(
  here: End,
  there: End,
  { sellerId, longestWaitMilliseconds, targetInUse }: PartingOrder & { targetInUse: boolean },
): Promise<PartingDone> {
  const [from, to] = [await sealingOf(here), await sealingOf(there)];
  const carried: CarriedFiles = new Map();
  const { address } = there.configuration;
  let going = { personIds: [] as string[], keyHashes: [] as string[] };
  let people = 0;
  const parted = await partSeller({
    ...{ sellerId, address, longestWaitMilliseconds, targetInUse },
    ...{ source: here.kit.database.pool, target: there.kit.database.pool },
    remade: acrossIndexes(LOOKED_UP_ACROSS),
    findGroup: async (source) => {
      const group = await findSellerGroup(source, sellerId);
      const placed = (await listPlacements(here.kit.database.pool)).map(
        ({ organizationId }) => organizationId,
      );
      const own = group.filter((id) => placed.includes(id));
      if (own.length > 0)
        throw new Error(`Move these back first (placement move … --to shared): ${own.join(', ')}`);
      return group;
    },
    carryBeside: async (way) =>
      carryFiles(here.files, there.files, await filesOf(way.source, way.group), carried),
    completeBeside: async (way) => {
      const ids = idsOf(way);
      await handOverKeys(
        { client: way.source, vault: here.kit.vault },
        { client: way.target, vault: there.kit.vault },
        ids,
      );
      for (const { organizationId, name, value } of await secretsOf(here.configuration, way))
        await there.kit.secrets.set(organizationId, name, value);
      await remakeIndexes(way.target, there.kit.vault, LOOKED_UP_ACROSS);
      await carryFiles(here.files, there.files, await filesOf(way.source, way.group), carried);
      going = await whoGoes(way);
    },
    leave: async (way) => {
      people = await carryPeople(way, from, to, { ...going, address });
    },
    clear: async (way) => {
      // The rows are there by now, also after a crash.
      for (const { organizationId, key } of await filesOf(way.target, way.group))
        await here.files.remove(organizationId, key);
      if (here.configuration.secretKey === null)
        for (const { organizationId, name } of await secretsOf(here.configuration, way))
          await here.kit.secrets.remove(organizationId, name);
      here.kit.announcements.announce('principals');
      here.kit.announcements.announce('sessions');
      await noteParting(there, way, sellerId);
    },
  });
  return { ...parted, files: carried.size, people };
}

/** In the audit trail of the new installation, once, whichever run comes to its end. */
async function noteParting({ kit }: End, { source, target, group }: Way, sellerId: string): Promise<void> {
  const noted = await target.query(
    "select from kit.audit_entries where organization_id = $1 and action = 'placement.part' limit 1",
    [sellerId],
  );
  if (noted.rows.length > 0) return;
  const { rows } = await source.query<{ address: string; receipt: Record<string, number> }>(
    'select address, receipt from kit.departures where organization_id = $1',
    [sellerId],
  );
  const after = { address: rows[0]?.address, organizations: idsOf({ group }).length, rows: rows[0]?.receipt };
  await kit.database.withTenant([sellerId], (tx) =>
    tx.audit(sellerId, { action: 'placement.part', subject: sellerId, after }),
  );
}

const sealingOf = async ({ kit }: End): Promise<Sealing> => ({
  vault: kit.vault,
  secret: await installationSecret(kit, ACCOUNTS_SECRET),
});

const idsOf = ({ group }: Pick<Way, 'group'>) => group.slice(1, -1).split(',');

const secretsOf = async ({ secretKey, dataFolder }: Configuration, way: Way) =>
  secretKey === null
    ? fileSecretsOf(join(dataFolder, 'secrets'), idsOf(way))
    : databaseSecretsOf(way.source, secretKey, idsOf(way));

/** People and services of the organisations, and the hashes of their keys. */
async function whoGoes({ source, group }: Way): Promise<{ personIds: string[]; keyHashes: string[] }> {
  const { rows: people } = await source.query<{ id: string }>(
    'select id from identity.users where organization_id = any ($1::uuid[])',
    [group],
  );
  const { rows: keys } = await source.query<{ hash: string }>(
    'select key_hash as hash from identity.api_keys where organization_id = any ($1::uuid[])',
    [group],
  );
  return { personIds: people.map(({ id }) => id), keyHashes: keys.map(({ hash }) => hash) };
}
