import { sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { seal, unseal } from './sealing.ts';
import type { SecretStore } from './secrets.ts';

/** Secrets as sealed rows of their organisation, under a key of 32 bytes that every process is given. */
export function createDatabaseSecrets(database: Database, key: Buffer): SecretStore {
  const bound = (organizationId: string, name: string) => `${organizationId}/${name}`;
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
