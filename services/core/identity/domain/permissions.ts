import type { Permission, Role } from '@tokenholic/contracts';

const READ: readonly Permission[] = ['client.read'];
/** Every agent, whatever the role, has the workspace of the clients assigned to them. */
const ATTEND: readonly Permission[] = [
  ...(['client.read', 'copilot.use', 'client.handoff'] as const),
  ...(['deal.read', 'knowledge.read'] as const),
];
const WORK: readonly Permission[] = [
  ...ATTEND,
  ...(['client.write', 'research.run', 'map.edit'] as const),
  ...(['deal.write', 'knowledge.write'] as const),
];
const MANAGE: readonly Permission[] = [
  ...WORK,
  'client.assign',
  'audit.read',
  'settings.manage',
  'system.operate',
];

/** The one permission matrix: what each role may do today. The server checks it, the interface mirrors it. */
export const permissionMatrix: Readonly<Record<Role, readonly Permission[]>> = {
  owner: READ,
  admin: READ,
  config_manager: READ,
  developer: READ,
  member: READ,
  viewer: READ,
  sales_agent: WORK,
  sales_manager: MANAGE,
  presales_engineer: WORK,
  onboarding_specialist: ATTEND,
  support_specialist: ATTEND,
  success_manager: WORK,
  sales_specialist: WORK,
  platform_admin: MANAGE,
};

/** Union over a person's roles, in the order of the matrix. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return [...new Set(roles.flatMap((role) => permissionMatrix[role]))];
}
