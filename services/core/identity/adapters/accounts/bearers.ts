import type { Kit, Principal } from '@tokenholic/kit';
import { and, eq, gt, isNull, lt, or } from 'drizzle-orm';
import { hashLinkToken } from '../../domain/link-token.ts';
import { effectivePermissions, isApiKey } from '../../domain/scopes.ts';
import { apiKeys } from '../../tables.ts';
import { sessions } from '../../tables-accounts.ts';
import type { Principals } from '../principals.ts';
import type { AccountsDatabase } from './database.ts';
import { createMemory } from './memory.ts';
import type { TokenClaims, Tokens } from './tokens.ts';

/** How exact "last used" is. */
const USE_NOTED_EVERY_MS = 600_000;

type KeyRow = typeof apiKeys.$inferSelect;

/** Who a bearer is: an API key, or a token that came from a session or a key which both must still be good. */
export function createBearers(kit: Kit, db: AccountsDatabase, principals: Principals, tokens: Tokens) {
  const now = () => kit.now().getTime();
  const keys = createMemory<KeyRow | null>(now);
  const liveSessions = createMemory<boolean>(now);

  const readKey = async (where: ReturnType<typeof eq>): Promise<KeyRow | null> => {
    const [row] = await kit.database.withSystem((tx) =>
      tx.db
        .select()
        .from(apiKeys)
        .where(and(where, isNull(apiKeys.revokedAt), gt(apiKeys.expiresAt, kit.now()))),
    );
    if (row !== undefined) await noteUse(kit, row);
    return row ?? null;
  };
  const keyBy = (column: 'hash' | 'id', value: string) =>
    keys.remember(`${column} ${value}`, () =>
      readKey(eq(column === 'hash' ? apiKeys.keyHash : apiKeys.id, value)),
    );
  const sessionIsGood = (id: string) =>
    liveSessions.remember(id, async () => {
      const rows = await db
        .select({ id: sessions.id })
        .from(sessions)
        .where(and(eq(sessions.id, id), gt(sessions.expiresAt, kit.now())));
      return rows.length > 0;
    });

  const throughKey = async (key: KeyRow | null): Promise<Principal | null> => {
    if (key === null || key.expiresAt <= kit.now()) return null;
    const service = await principals.find(key.userId);
    return service === null ? null : narrowed(service, key.scopes);
  };
  const throughToken = async (claims: TokenClaims | null): Promise<Principal | null> => {
    if (claims === null) return null;
    if (claims.origin === 'key') return throughKey(await keyBy('id', claims.origin_id));
    return (await sessionIsGood(claims.origin_id)) ? principals.find(claims.sub) : null;
  };
  return {
    keyOf: (text: string) => (isApiKey(text) ? keyBy('hash', hashLinkToken(text)) : Promise.resolve(null)),
    find: async (text: string): Promise<Principal | null> =>
      isApiKey(text)
        ? throughKey(await keyBy('hash', hashLinkToken(text)))
        : throughToken(await tokens.verify(text)),
    forget: () => {
      keys.forget();
      liveSessions.forget();
    },
  };
}

export type Bearers = ReturnType<typeof createBearers>;

function narrowed(service: Principal, scopes: readonly string[]): Principal {
  const permissions = effectivePermissions(scopes, service.user.roles);
  return { ...service, user: { ...service.user, permissions } };
}

async function noteUse(kit: Kit, { id, organizationId }: KeyRow): Promise<void> {
  const now = kit.now();
  const before = new Date(now.getTime() - USE_NOTED_EVERY_MS);
  await kit.database.withTenant([organizationId], (tx) =>
    tx.db
      .update(apiKeys)
      .set({ lastUsedAt: now })
      .where(and(eq(apiKeys.id, id), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, before)))),
  );
}

/** What stands after `Bearer` in a request; null when there is no such header. */
export function bearerOf(authorization: string | undefined): string | null {
  return /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1] ?? null;
}
