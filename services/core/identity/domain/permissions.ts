import type { Permission, Role } from '@tokenholic/contracts';

/** Everybody has an account of their own. */
const OWN: readonly Permission[] = ['account.use'];
/** Who decides about people of the own organisation. */
const PEOPLE: readonly Permission[] = [...OWN, 'members.manage', 'keys.manage', 'privacy.export'];
/** Every agent, whatever the role, has the workspace of the clients assigned to them. */
const ATTEND: readonly Permission[] = [
  ...OWN,
  ...(['client.read', 'copilot.use', 'client.handoff'] as const),
  ...(['deal.read', 'knowledge.read', 'approval.use', 'performance.own'] as const),
];
const WORK: readonly Permission[] = [
  ...ATTEND,
  ...(['client.write', 'research.run', 'map.edit'] as const),
  ...(['deal.write', 'knowledge.write'] as const),
];
const MANAGE: readonly Permission[] = [
  ...WORK,
  'members.manage',
  'client.assign',
  'performance.team',
  'audit.read',
  'settings.manage',
  'system.operate',
];

/** The one permission matrix: what each role may do today. The server checks it, the interface mirrors it. */
export const permissionMatrix: Readonly<Record<Role, readonly Permission[]>> = {
  // What we think of a client (findings, prices, what can be won) is not for the client's own people.
  owner: [...PEOPLE, 'privacy.erase'],
  admin: PEOPLE,
  config_manager: OWN,
  developer: OWN,
  member: OWN,
  viewer: OWN,
  sales_agent: WORK,
  sales_manager: MANAGE,
  presales_engineer: WORK,
  onboarding_specialist: ATTEND,
  support_specialist: ATTEND,
  success_manager: WORK,
  sales_specialist: WORK,
  platform_admin: [
    ...MANAGE,
    ...PEOPLE,
    'privacy.erase',
    'privacy.manage',
    'installation.manage',
    'approval.rules',
  ],
};

/** Union over a person's roles, in the order of the matrix. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return [...new Set(roles.flatMap((role) => permissionMatrix[role]))];
}
