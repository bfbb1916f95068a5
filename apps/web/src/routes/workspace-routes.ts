import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readApprovalSearch } from '../features/approval-search';
import { root } from './root';

const copilot = createRoute({
  getParentRoute: () => root,
  path: '/copilot',
  validateSearch: (
    search: Record<string, unknown>,
  ): { client?: string; tab?: 'clients' | 'client'; event?: string } => ({
    ...(typeof search.client === 'string' ? { client: search.client } : {}),
    ...(typeof search.event === 'string' ? { event: search.event } : {}),
    ...(search.tab === 'clients' || search.tab === 'client' ? { tab: search.tab } : {}),
  }),
  component: lazyRouteComponent(() => import('../features/copilot'), 'WorkspaceRoute'),
});

const approvals = createRoute({
  getParentRoute: () => root,
  path: '/approvals',
  validateSearch: readApprovalSearch,
  component: lazyRouteComponent(() => import('../features/approvals'), 'ApprovalsScreen'),
});

const approvalRules = createRoute({
  getParentRoute: () => root,
  path: '/approvals/rules',
  component: lazyRouteComponent(() => import('../features/approvals'), 'RulesScreen'),
});

const performance = createRoute({
  getParentRoute: () => root,
  path: '/performance',
  validateSearch: (search: Record<string, unknown>): { tab?: 'self' | 'team'; person?: string } => ({
    ...(search.tab === 'self' || search.tab === 'team' ? { tab: search.tab } : {}),
    ...(typeof search.person === 'string' ? { person: search.person } : {}),
  }),
  component: lazyRouteComponent(() => import('../features/performance'), 'PerformanceScreen'),
});

const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  component: lazyRouteComponent(() => import('../features/help'), 'HelpScreen'),
});

const system = createRoute({
  getParentRoute: () => root,
  path: '/system',
  component: lazyRouteComponent(() => import('../features/system'), 'SystemScreen'),
});

/** The workspace, what waits in it, and the house itself. */
export const workspaceRoutes = [copilot, approvals, approvalRules, performance, help, system] as const;
