import type { Role } from '@tokenholic/contracts';

export type OrganizationKind = 'vendor' | 'client';

const CLIENT_ROLES: readonly Role[] = ['owner', 'admin', 'config_manager', 'developer', 'member', 'viewer'];
const VENDOR_ROLES: readonly Role[] = [
  ...(['platform_admin', 'sales_manager', 'sales_agent', 'presales_engineer'] as const),
  ...(['onboarding_specialist', 'support_specialist', 'success_manager', 'sales_specialist'] as const),
];

/** The role an organisation must never be without. */
export const topRole = (kind: OrganizationKind): Role => (kind === 'vendor' ? 'platform_admin' : 'owner');

/** Roles a person may give and take in the own organisation. Nobody hands out the top role without having it. */
export function grantableRoles(kind: OrganizationKind, roles: readonly Role[]): Role[] {
  const all = kind === 'vendor' ? VENDOR_ROLES : CLIENT_ROLES;
  const top = topRole(kind);
  if (roles.includes(top)) return [...all];
  const manages = roles.includes(kind === 'vendor' ? 'sales_manager' : 'admin');
  return manages ? all.filter((role) => role !== top) : [];
}

/** Whether going from one set of roles to another touches only roles that may be given and taken. */
export function mayChange(from: readonly Role[], to: readonly Role[], grantable: readonly Role[]): boolean {
  const touched = [
    ...from.filter((role) => !to.includes(role)),
    ...to.filter((role) => !from.includes(role)),
  ];
  return touched.every((role) => grantable.includes(role));
}
