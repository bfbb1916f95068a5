import { sql } from 'drizzle-orm';
import type { PoolClient } from 'pg';
import type { Database } from '../database/database.ts';
import { seal, unseal } from './sealing.ts';
import type { NamedSecret, SecretStore } from './secrets.ts';

const bound = (organizationId: string, name: string) => `${organizationId}/${name}`;

/** Secrets as sealed rows of their organisation, under a key of 32 bytes that every process is given. */
export function createDatabaseSecrets(database: Database, key: Buffer): SecretStore {
  return {
    get: (organizationId, name) =>
      database.withTenant([organizationId], async ({ db }) => {
        const { rows } = await db.execute<{ nonce: Buffer; tag: Buffer; sealed: Buffer }>(
          sql`select nonce, tag, sealed from kit.secrets where organization_id = ${organizationId} and name = ${name}`,
        );
        const row = rows[0];
        if (row === undefined) return null;
        // The embedded database gives plain bytes.
        const { nonce, tag, sealed } = row;
        return unseal(key, bound(organizationId, name), {
          nonce: Buffer.from(nonce),
          tag: Buffer.from(tag),
          sealed: Buffer.from(sealed),
        });
      }),
    set: (organizationId, name, value) =>
      database.withTenant([organizationId], async ({ db }) => {
        const { nonce, tag, sealed } = seal(key, bound(organizationId, name), value);
        await db.execute(
          sql`insert into kit.secrets (organization_id, name, nonce, tag, sealed) values (${organizationId}, ${name}, ${nonce}, ${tag}, ${sealed})
            on conflict (organization_id, name) do update set nonce = excluded.nonce, tag = excluded.tag, sealed = excluded.sealed, updated_at = now()`,
        );
      }),
    remove: (organizationId, name) =>
      database.withTenant([organizationId], async ({ db }) => {
        await db.execute(
          sql`delete from kit.secrets where organization_id = ${organizationId} and name = ${name}`,
        );
      }),
  };
}

interface SecretRow {
  organization_id: string;
  name: string;
  nonce: Buffer;
  tag: Buffer;
  sealed: Buffer;
}

/** Every secret of organisations, read on a connection that may see them all. */
export async function databaseSecretsOf(
  client: PoolClient,
  key: Buffer,
  organizationIds: readonly string[],
): Promise<NamedSecret[]> {
  const { rows } = await client.query<SecretRow>(
    'select organization_id, name, nonce, tag, sealed from kit.secrets where organization_id = any ($1)',
    [organizationIds],
  );
  return rows.map(({ organization_id: organizationId, name, nonce, tag, sealed }) => ({
    ...{ organizationId, name, value: unseal(key, bound(organizationId, name), { nonce, tag, sealed }) },
  }));
}
