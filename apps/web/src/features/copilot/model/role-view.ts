import type { ClientFilter, Role, StageCounts } from '@tokenholic/contracts';
import { EVERYBODY } from './filter';

export const ROLE_VIEWS = ['manager', 'agent', 'presales', 'onboarding', 'support', 'success'] as const;
export type RoleViewName = (typeof ROLE_VIEWS)[number];

/** A way on that fits the work: another screen, or another look at the list. */
export type Shortcut =
  | {
      key: string;
      to: '/approvals' | '/portfolio' | '/performance' | '/solutions' | '/knowledge' | '/roleplay';
    }
  | { key: string; to: '/deals'; attention: 'no_next_step' | 'stalled' }
  | { key: string; filter: ClientFilter };

export interface RoleView {
  name: RoleViewName;
  /** What the list shows to begin with. */
  filter: ClientFilter;
  shortcuts: readonly Shortcut[];
}

const VIEWS: Readonly<Record<RoleViewName, Omit<RoleView, 'name'>>> = {
  manager: {
    filter: EVERYBODY,
    shortcuts: [
      { key: 'approvals', to: '/approvals' },
      { key: 'portfolio', to: '/portfolio' },
      { key: 'team', to: '/performance' },
      { key: 'at_risk', filter: { ...EVERYBODY, health: 'at_risk', order: 'health' } },
    ],
  },
  agent: {
    filter: { ...EVERYBODY, stage: 'sales' },
    shortcuts: [
      { key: 'no_next_step', to: '/deals', attention: 'no_next_step' },
      { key: 'stalled', to: '/deals', attention: 'stalled' },
      { key: 'practise', to: '/roleplay' },
    ],
  },
  presales: {
    filter: { ...EVERYBODY, stage: 'sales' },
    shortcuts: [
      { key: 'solutions', to: '/solutions' },
      { key: 'knowledge', to: '/knowledge' },
      { key: 'approvals', to: '/approvals' },
    ],
  },
  onboarding: {
    filter: { ...EVERYBODY, stage: 'onboarding' },
    shortcuts: [
      { key: 'coming', filter: { ...EVERYBODY, stage: 'sales', waiting: true } },
      { key: 'waiting', filter: { ...EVERYBODY, stage: 'onboarding', waiting: true } },
      { key: 'knowledge', to: '/knowledge' },
    ],
  },
  support: {
    filter: { ...EVERYBODY, stage: 'support' },
    shortcuts: [
      { key: 'waiting', filter: { ...EVERYBODY, stage: 'support', waiting: true } },
      { key: 'at_risk', filter: { ...EVERYBODY, health: 'at_risk', order: 'health' } },
      { key: 'knowledge', to: '/knowledge' },
    ],
  },
  success: {
    filter: { ...EVERYBODY, stage: 'success', order: 'health' },
    shortcuts: [
      { key: 'at_risk', filter: { ...EVERYBODY, health: 'at_risk', order: 'health' } },
      { key: 'watch', filter: { ...EVERYBODY, health: 'watch', order: 'health' } },
      { key: 'portfolio', to: '/portfolio' },
    ],
  },
};

const OF_ROLE: readonly (readonly [Role, RoleViewName])[] = [
  ...([
    ['sales_manager', 'manager'],
    ['platform_admin', 'manager'],
    ['success_manager', 'success'],
    ['onboarding_specialist', 'onboarding'],
    ['support_specialist', 'support'],
    ['presales_engineer', 'presales'],
  ] as const),
];

/** The view that fits a person's roles: who leads sees everybody's, whatever else they are. */
export function roleViewOf(roles: readonly Role[]): RoleViewName {
  return OF_ROLE.find(([role]) => roles.includes(role))?.[1] ?? 'agent';
}

export const roleView = (name: RoleViewName): RoleView => ({ name, ...VIEWS[name] });

/** What the list begins with: the view's stage, unless nobody is there; then everybody. */
export function startingFilter({ filter }: RoleView, counts: StageCounts | undefined): ClientFilter {
  if (filter.stage === null) return filter;
  return counts === undefined || counts[filter.stage] === 0 ? EVERYBODY : filter;
}
