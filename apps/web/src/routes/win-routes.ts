import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readKnowledgeSearch } from '../features/build/knowledge-search';
import { readDealSearch } from '../features/win/deal-search';
import { readCompareSearch as readPersonaCompare } from '../features/win/persona-search';
import { readPracticeSearch } from '../features/win/practice-search';
import { readSolutionsSearch } from '../features/win/solutions-search';
import { root } from './root';

const objections = createRoute({
  getParentRoute: () => root,
  path: '/objections',
  validateSearch: (search: Record<string, unknown>): { client?: string; said?: string } => ({
    ...(typeof search.client === 'string' ? { client: search.client } : {}),
    ...(typeof search.said === 'string' ? { said: search.said } : {}),
  }),
  component: lazyRouteComponent(() => import('../features/win/objections'), 'ObjectionsScreen'),
});

const deals = createRoute({
  getParentRoute: () => root,
  path: '/deals',
  validateSearch: readDealSearch,
  component: lazyRouteComponent(() => import('../features/win/deals'), 'DealsScreen'),
});

const deal = createRoute({
  getParentRoute: () => root,
  path: '/deals/$dealId',
  component: lazyRouteComponent(() => import('../features/win/deals'), 'DealRoute'),
});

const dealImport = createRoute({
  getParentRoute: () => root,
  path: '/deals/import',
  component: lazyRouteComponent(() => import('../features/win/deals/desk'), 'ImportScreen'),
});

const dealSettings = createRoute({
  getParentRoute: () => root,
  path: '/deals/settings',
  component: lazyRouteComponent(() => import('../features/win/deals/desk'), 'SettingsScreen'),
});

const dealMails = createRoute({
  getParentRoute: () => root,
  path: '/deals/mails',
  component: lazyRouteComponent(() => import('../features/win/deals/desk'), 'MailScreen'),
});

const dealCare = createRoute({
  getParentRoute: () => root,
  path: '/deals/care',
  component: lazyRouteComponent(() => import('../features/win/deals/desk'), 'CareScreen'),
});

const contact = createRoute({
  getParentRoute: () => root,
  path: '/contacts/$contactId',
  component: lazyRouteComponent(() => import('../features/win/deals'), 'ContactRoute'),
});

const personas = createRoute({
  getParentRoute: () => root,
  path: '/personas',
  component: lazyRouteComponent(() => import('../features/win/personas'), 'PersonasScreen'),
});

const persona = createRoute({
  getParentRoute: () => root,
  path: '/personas/$contactId',
  component: lazyRouteComponent(() => import('../features/win/personas'), 'PersonaRoute'),
});

const personaCompare = createRoute({
  getParentRoute: () => root,
  path: '/personas/compare',
  validateSearch: readPersonaCompare,
  component: lazyRouteComponent(() => import('../features/win/personas'), 'CompareRoute'),
});

const roleplay = createRoute({
  getParentRoute: () => root,
  path: '/roleplay',
  validateSearch: readPracticeSearch,
  component: lazyRouteComponent(() => import('../features/win/roleplay'), 'RoleplayScreen'),
});

const solutions = createRoute({
  getParentRoute: () => root,
  path: '/solutions',
  validateSearch: readSolutionsSearch,
  component: lazyRouteComponent(() => import('../features/win/solutions'), 'SolutionsRoute'),
});

const clientSolutions = createRoute({
  getParentRoute: () => root,
  path: '/clients/$clientId/solutions',
  validateSearch: readSolutionsSearch,
  component: lazyRouteComponent(() => import('../features/win/solutions'), 'ClientSolutionsRoute'),
});

const knowledge = createRoute({
  getParentRoute: () => root,
  path: '/knowledge',
  validateSearch: readKnowledgeSearch,
  component: lazyRouteComponent(() => import('../features/build/knowledge'), 'KnowledgeScreen'),
});

/** Screens for winning a client, and the knowledge they cite. */
export const winRoutes = [
  objections,
  deals,
  deal,
  dealImport,
  dealSettings,
  dealMails,
  dealCare,
  contact,
  personas,
  persona,
  personaCompare,
  roleplay,
  solutions,
  clientSolutions,
  knowledge,
] as const;
