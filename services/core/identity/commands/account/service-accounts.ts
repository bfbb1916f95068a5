import {
  type ApiKey,
  type CreateApiKey,
  type CreatedApiKey,
  type CreateServiceAccount,
  permissionSchema,
  roleSchema,
  type ServiceAccounts,
} from '@tokenholic/contracts';
import { type Kit, notFound, type Principal, type TenantTransaction } from '@tokenholic/kit';
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { Accounts } from '../../adapters/accounts/accounts.ts';
import { roleNotYours, scopeNotPossible } from '../../domain/account-failures.ts';
import { hashLinkToken, newLinkToken } from '../../domain/link-token.ts';
import { grantableRoles } from '../../domain/member-roles.ts';
import { keyPrefix, scopesOf, serviceRoles } from '../../domain/scopes.ts';
import { sealedUsers } from '../../sealed.ts';
import { apiKeys, assignments, organizations, users } from '../../tables.ts';

const DAY = 86_400_000;
const rolesOf = (row: { roles: string[] }) => z.array(roleSchema).parse(row.roles);

async function kindOf(tx: TenantTransaction, id: string) {
  const [row] = await tx.db.select().from(organizations).where(eq(organizations.organizationId, id));
  if (row === undefined) throw notFound();
  return row.kind;
}

const liveServices = (home: string) =>
  and(eq(users.organizationId, home), eq(users.kind, 'service'), isNull(users.leftAt));

async function findService(tx: TenantTransaction, home: string, id: string) {
  const [row] = await tx.db
    .select()
    .from(users)
    .where(and(liveServices(home), eq(users.id, id)));
  if (row === undefined) throw notFound();
  return row;
}

/** Every service of one's own organisation with its keys. */
export async function listServiceAccounts(kit: Kit, principal: Principal): Promise<ServiceAccounts> {
  const home = principal.homeOrganizationId;
  return kit.database.withTenant([home], async (tx) => {
    const kind = await kindOf(tx, home);
    const stored = await tx.db.select().from(users).where(liveServices(home)).orderBy(asc(users.id));
    const services = await tx.open(sealedUsers, stored);
    const keys = await tx.db
      .select()
      .from(apiKeys)
      .where(and(eq(apiKeys.organizationId, home), isNull(apiKeys.revokedAt)))
      .orderBy(desc(apiKeys.createdAt));
    return {
      items: services.map((row) => ({
        ...{ id: row.id, name: row.nameZh, roles: rolesOf(row), scopes: scopesOf(rolesOf(row)) },
        keys: keys.filter(({ userId }) => userId === row.id).map((key) => toKey(key, kit.now())),
      })),
      roles: serviceRoles(kind, grantableRoles(kind, principal.user.roles)),
    };
  });
}

function toKey(row: typeof apiKeys.$inferSelect, now: Date): ApiKey {
  return {
    ...{ id: row.id, name: row.name, prefix: row.prefix, expired: row.expiresAt <= now },
    scopes: z.array(permissionSchema).parse(row.scopes),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}

/** Makes a service; at the vendor it is given clients like a colleague. */
export async function createServiceAccount(
  kit: Kit,
  principal: Principal,
  { name, roles }: CreateServiceAccount,
): Promise<void> {
  const home = principal.homeOrganizationId;
  await kit.database.withTenant([home], async (tx) => {
    const kind = await kindOf(tx, home);
    const possible = serviceRoles(kind, grantableRoles(kind, principal.user.roles));
    if (!roles.every((role) => possible.includes(role))) throw roleNotYours();
    const id = uuidv7();
    const row = { id, organizationId: home, nameZh: name, nameEn: name, roles, kind: 'service' as const };
    await tx.db.insert(users).values(await tx.seal(sealedUsers, home, row));
    await tx.audit(home, { action: 'service.create', subject: id, after: { roles } });
  });
}

/** Ends a service and its keys. */
export async function removeServiceAccount(
  kit: Kit,
  accounts: Accounts,
  principal: Principal,
  id: string,
): Promise<void> {
  const home = principal.homeOrganizationId;
  await kit.database.withTenant(principal.organizationIds, async (tx) => {
    await findService(tx, home, id);
    await tx.db.update(users).set({ leftAt: kit.now(), roles: [] }).where(eq(users.id, id));
    await tx.db.update(apiKeys).set({ revokedAt: kit.now() }).where(eq(apiKeys.userId, id));
    await tx.db.delete(assignments).where(eq(assignments.userId, id));
    await tx.audit(home, { action: 'service.remove', subject: id });
  });
  accounts.forgetSessions();
}

/** Makes a key; the answer is the only time it is shown. */
export async function createApiKey(
  kit: Kit,
  principal: Principal,
  serviceId: string,
  { name, scopes, days }: CreateApiKey,
): Promise<CreatedApiKey> {
  const home = principal.homeOrganizationId;
  const key = `thk_${newLinkToken()}`;
  const now = kit.now();
  return kit.database.withTenant([home], async (tx) => {
    const service = await findService(tx, home, serviceId);
    const possible = scopesOf(rolesOf(service));
    if (!scopes.every((scope) => possible.includes(scope))) throw scopeNotPossible();
    const row = {
      ...{ id: uuidv7(), organizationId: home, userId: serviceId, name, scopes, prefix: keyPrefix(key) },
      ...{ keyHash: hashLinkToken(key), createdBy: principal.user.id, createdAt: now },
      ...{ expiresAt: new Date(now.getTime() + days * DAY), lastUsedAt: null, revokedAt: null },
    };
    await tx.db.insert(apiKeys).values(row);
    const after = { name, scopes, days, service: serviceId };
    await tx.audit(home, { action: 'api_key.create', subject: row.id, after });
    return { key, made: toKey(row, now) };
  });
}

export async function revokeApiKey(
  kit: Kit,
  accounts: Accounts,
  principal: Principal,
  serviceId: string,
  keyId: string,
): Promise<void> {
  const home = principal.homeOrganizationId;
  await kit.database.withTenant([home], async (tx) => {
    const changed = await tx.db
      .update(apiKeys)
      .set({ revokedAt: kit.now() })
      .where(and(eq(apiKeys.id, keyId), eq(apiKeys.userId, serviceId), isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id });
    if (changed.length === 0) throw notFound();
    await tx.audit(home, { action: 'api_key.revoke', subject: keyId });
  });
  accounts.forgetSessions();
}
