import { type Permission, permissionSchema, type Role } from '@tokenholic/contracts';
import { type OrganizationKind, topRole } from './member-roles.ts';
import { permissionsOf } from './permissions.ts';

/** What only people do: their account, other people, keys, the installation. No key is given any of it. */
const PEOPLE_ONLY: readonly Permission[] = [
  ...(['account.use', 'members.manage', 'keys.manage', 'privacy.erase'] as const),
  ...(['privacy.manage', 'installation.manage', 'settings.manage'] as const),
  ...(['approval.use', 'approval.rules', 'performance.own', 'performance.team'] as const),
];

/** What keys of services with these roles may be allowed. */
export function scopesOf(roles: readonly Role[]): Permission[] {
  return permissionsOf(roles).filter((permission) => !PEOPLE_ONLY.includes(permission));
}

/** Roles a service may have: never the one an organisation must not be without. */
export function serviceRoles(kind: OrganizationKind, grantable: readonly Role[]): Role[] {
  return grantable.filter((role) => role !== topRole(kind));
}

/** What a key allows today: its scopes, as far as the service's roles still go. */
export function effectivePermissions(scopes: readonly string[], roles: readonly Role[]): Permission[] {
  const allowed = scopesOf(roles);
  return permissionSchema.options.filter(
    (permission) => scopes.includes(permission) && allowed.includes(permission),
  );
}

const KEY = /^thk_[A-Za-z0-9_-]{43}$/;

/** Whether a bearer text has the form of an API key, and not that of a token. */
export const isApiKey = (text: string): boolean => KEY.test(text);

/** The beginning by which people tell keys apart. */
export const keyPrefix = (key: string): string => key.slice(0, 10);
