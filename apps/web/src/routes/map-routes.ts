import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  readAssumptions,
  readCompareSearch,
  readFindingsSearch,
  readMapSearch,
  readPortfolioSearch,
} from '../features/map/map-search';
import { root } from './root';

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../features/map/home'), 'HomeScreen'),
});

const portfolio = createRoute({
  getParentRoute: () => root,
  path: '/portfolio',
  validateSearch: readPortfolioSearch,
  component: lazyRouteComponent(() => import('../features/map/portfolio'), 'PortfolioScreen'),
});

const map = createRoute({
  getParentRoute: () => root,
  path: '/clients/$clientId/map',
  validateSearch: readMapSearch,
  component: lazyRouteComponent(() => import('../features/map/battle-map'), 'BattleMapRoute'),
});

const findings = createRoute({
  getParentRoute: () => root,
  path: '/clients/$clientId/findings',
  validateSearch: readFindingsSearch,
  component: lazyRouteComponent(() => import('../features/map/findings'), 'FindingsRoute'),
});

const profile = createRoute({
  getParentRoute: () => root,
  path: '/clients/$clientId/profile',
  component: lazyRouteComponent(() => import('../features/map/profile'), 'ProfileRoute'),
});

const requirements = createRoute({
  getParentRoute: () => root,
  path: '/clients/$clientId/requirements',
  component: lazyRouteComponent(() => import('../features/map/requirements'), 'RequirementsRoute'),
});

const guestRequirements = createRoute({
  getParentRoute: () => root,
  path: '/requirements/$token',
  component: lazyRouteComponent(() => import('../features/map/requirements-guest'), 'GuestRequirementsRoute'),
});

const compare = createRoute({
  getParentRoute: () => root,
  path: '/clients/$clientId/compare',
  validateSearch: readCompareSearch,
  component: lazyRouteComponent(() => import('../features/map/compare'), 'CompareRoute'),
});

const scenarios = createRoute({
  getParentRoute: () => root,
  path: '/clients/$clientId/scenarios',
  validateSearch: readAssumptions,
  component: lazyRouteComponent(() => import('../features/map/scenarios'), 'ScenariosRoute'),
});

const shared = createRoute({
  getParentRoute: () => root,
  path: '/shared/$token',
  component: lazyRouteComponent(() => import('../features/map/shared'), 'SharedMapRoute'),
});

const run = createRoute({
  getParentRoute: () => root,
  path: '/clients/$clientId/runs/$runId',
  component: lazyRouteComponent(() => import('../features/map/run'), 'RunRoute'),
});

const client = createRoute({
  getParentRoute: () => root,
  path: '/clients/$clientId',
  component: lazyRouteComponent(() => import('../features/map/run'), 'ClientRoute'),
});

const importing = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(() => import('../features/map/import'), 'ImportScreen'),
});

const battlecards = createRoute({
  getParentRoute: () => root,
  path: '/battlecards',
  validateSearch: (search: Record<string, unknown>): { competitor?: string } =>
    typeof search.competitor === 'string' ? { competitor: search.competitor } : {},
  component: lazyRouteComponent(() => import('../features/map/battlecards'), 'BattlecardsScreen'),
});

/** Screens of what a client uses and from whom. */
export const mapRoutes = [
  home,
  portfolio,
  map,
  findings,
  profile,
  requirements,
  guestRequirements,
  compare,
  scenarios,
  shared,
  run,
  client,
  importing,
  battlecards,
] as const;
