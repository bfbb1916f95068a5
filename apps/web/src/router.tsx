import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { readApprovalSearch } from './features/approval-search';
import { readKnowledgeSearch } from './features/build/knowledge-search';
import {
  readAssumptions,
  readCompareSearch,
  readFindingsSearch,
  readMapSearch,
  readPortfolioSearch,
} from './features/map/map-search';
import { readDealSearch } from './features/win/deal-search';
import { readCompareSearch as readPersonaCompare } from './features/win/persona-search';
import { readPracticeSearch } from './features/win/practice-search';
import { readSolutionsSearch } from './features/win/solutions-search';
import { AppShell } from './shell/app-shell';
import { Crash } from './shell/crash';
import { readNext, readTexts } from './shell/guest';
import { NotFound } from './shell/not-found';

const root = createRootRoute({ component: AppShell, notFoundComponent: NotFound, errorComponent: Crash });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./features/map/home'), 'HomeScreen'),
});

const map = createRoute({
  getParentRoute: () => root,
  path: '/clients/$clientId/map',
  validateSearch: readMapSearch,
  component: lazyRouteComponent(() => import('./features/map/battle-map'), 'BattleMapRoute'),
});

const findings = createRoute({
  getParentRoute: () => root,
  path: '/clients/$clientId/findings',
  validateSearch: readFindingsSearch,
  component: lazyRouteComponent(() => import('./features/map/findings'), 'FindingsRoute'),
});

const profile = createRoute({
  getParentRoute: () => root,
  path: '/clients/$clientId/profile',
  component: lazyRouteComponent(() => import('./features/map/profile'), 'ProfileRoute'),
});

const requirements = createRoute({
  getParentRoute: () => root,
  path: '/clients/$clientId/requirements',
  component: lazyRouteComponent(() => import('./features/map/requirements'), 'RequirementsRoute'),
});

const guestRequirements = createRoute({
  getParentRoute: () => root,
  path: '/requirements/$token',
  component: lazyRouteComponent(() => import('./features/map/requirements-guest'), 'GuestRequirementsRoute'),
});

const compare = createRoute({
  getParentRoute: () => root,
  path: '/clients/$clientId/compare',
  validateSearch: readCompareSearch,
  component: lazyRouteComponent(() => import('./features/map/compare'), 'CompareRoute'),
});

const importing = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: lazyRouteComponent(() => import('./features/map/import'), 'ImportScreen'),
});

const battlecards = createRoute({
  getParentRoute: () => root,
  path: '/battlecards',
  validateSearch: (search: Record<string, unknown>): { competitor?: string } =>
    typeof search.competitor === 'string' ? { competitor: search.competitor } : {},
  component: lazyRouteComponent(() => import('./features/map/battlecards'), 'BattlecardsScreen'),
});

const portfolio = createRoute({
  getParentRoute: () => root,
  path: '/portfolio',
  validateSearch: readPortfolioSearch,
  component: lazyRouteComponent(() => import('./features/map/portfolio'), 'PortfolioScreen'),
});

const scenarios = createRoute({
  getParentRoute: () => root,
  path: '/clients/$clientId/scenarios',
  validateSearch: readAssumptions,
  component: lazyRouteComponent(() => import('./features/map/scenarios'), 'ScenariosRoute'),
});

const shared = createRoute({
  getParentRoute: () => root,
  path: '/shared/$token',
  component: lazyRouteComponent(() => import('./features/map/shared'), 'SharedMapRoute'),
});

const run = createRoute({
  getParentRoute: () => root,
  path: '/clients/$clientId/runs/$runId',
  component: lazyRouteComponent(() => import('./features/map/run'), 'RunRoute'),
});

const client = createRoute({
  getParentRoute: () => root,
  path: '/clients/$clientId',
  component: lazyRouteComponent(() => import('./features/map/run'), 'ClientRoute'),
});

const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  component: lazyRouteComponent(() => import('./features/help'), 'HelpScreen'),
});

const system = createRoute({
  getParentRoute: () => root,
  path: '/system',
  component: lazyRouteComponent(() => import('./features/system'), 'SystemScreen'),
});

const roleplay = createRoute({
  getParentRoute: () => root,
  path: '/roleplay',
  validateSearch: readPracticeSearch,
  component: lazyRouteComponent(() => import('./features/win/roleplay'), 'RoleplayScreen'),
});

const deals = createRoute({
  getParentRoute: () => root,
  path: '/deals',
  validateSearch: readDealSearch,
  component: lazyRouteComponent(() => import('./features/win/deals'), 'DealsScreen'),
});

const deal = createRoute({
  getParentRoute: () => root,
  path: '/deals/$dealId',
  component: lazyRouteComponent(() => import('./features/win/deals'), 'DealRoute'),
});

const dealImport = createRoute({
  getParentRoute: () => root,
  path: '/deals/import',
  component: lazyRouteComponent(() => import('./features/win/deals/desk'), 'ImportScreen'),
});

const dealSettings = createRoute({
  getParentRoute: () => root,
  path: '/deals/settings',
  component: lazyRouteComponent(() => import('./features/win/deals/desk'), 'SettingsScreen'),
});

const dealMails = createRoute({
  getParentRoute: () => root,
  path: '/deals/mails',
  component: lazyRouteComponent(() => import('./features/win/deals/desk'), 'MailScreen'),
});

const dealCare = createRoute({
  getParentRoute: () => root,
  path: '/deals/care',
  component: lazyRouteComponent(() => import('./features/win/deals/desk'), 'CareScreen'),
});

const contact = createRoute({
  getParentRoute: () => root,
  path: '/contacts/$contactId',
  component: lazyRouteComponent(() => import('./features/win/deals'), 'ContactRoute'),
});

const personas = createRoute({
  getParentRoute: () => root,
  path: '/personas',
  component: lazyRouteComponent(() => import('./features/win/personas'), 'PersonasScreen'),
});
const persona = createRoute({
  getParentRoute: () => root,
  path: '/personas/$contactId',
  component: lazyRouteComponent(() => import('./features/win/personas'), 'PersonaRoute'),
});
const personaCompare = createRoute({
  getParentRoute: () => root,
  path: '/personas/compare',
  validateSearch: readPersonaCompare,
  component: lazyRouteComponent(() => import('./features/win/personas'), 'CompareRoute'),
});

const knowledge = createRoute({
  getParentRoute: () => root,
  path: '/knowledge',
  validateSearch: readKnowledgeSearch,
  component: lazyRouteComponent(() => import('./features/build/knowledge'), 'KnowledgeScreen'),
});

const solutions = createRoute({
  getParentRoute: () => root,
  path: '/solutions',
  validateSearch: readSolutionsSearch,
  component: lazyRouteComponent(() => import('./features/win/solutions'), 'SolutionsRoute'),
});

const clientSolutions = createRoute({
  getParentRoute: () => root,
  path: '/clients/$clientId/solutions',
  validateSearch: readSolutionsSearch,
  component: lazyRouteComponent(() => import('./features/win/solutions'), 'ClientSolutionsRoute'),
});

const objections = createRoute({
  getParentRoute: () => root,
  path: '/objections',
  validateSearch: (search: Record<string, unknown>): { client?: string; said?: string } => ({
    ...(typeof search.client === 'string' ? { client: search.client } : {}),
    ...(typeof search.said === 'string' ? { said: search.said } : {}),
  }),
  component: lazyRouteComponent(() => import('./features/win/objections'), 'ObjectionsScreen'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./features/settings'), 'SettingsScreen'),
});

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
  component: lazyRouteComponent(() => import('./features/copilot'), 'WorkspaceRoute'),
});

const approvals = createRoute({
  getParentRoute: () => root,
  path: '/approvals',
  validateSearch: readApprovalSearch,
  component: lazyRouteComponent(() => import('./features/approvals'), 'ApprovalsScreen'),
});

const approvalRules = createRoute({
  getParentRoute: () => root,
  path: '/approvals/rules',
  component: lazyRouteComponent(() => import('./features/approvals'), 'RulesScreen'),
});

const performance = createRoute({
  getParentRoute: () => root,
  path: '/performance',
  validateSearch: (search: Record<string, unknown>): { tab?: 'self' | 'team'; person?: string } => ({
    ...(search.tab === 'self' || search.tab === 'team' ? { tab: search.tab } : {}),
    ...(typeof search.person === 'string' ? { person: search.person } : {}),
  }),
  component: lazyRouteComponent(() => import('./features/performance'), 'PerformanceScreen'),
});

/** Screens of accounts; the first five are for guests and stand without the shell. */
const accounts = () => import('./features/accounts');
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: readNext,
  component: lazyRouteComponent(accounts, 'SignInScreen'),
});
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: (search: Record<string, unknown>) => readTexts(search, ['invitation', 'setup']),
  component: lazyRouteComponent(accounts, 'SignUpScreen'),
});
const verify = createRoute({
  getParentRoute: () => root,
  path: '/verify',
  validateSearch: (search: Record<string, unknown>) => readTexts(search, ['token', 'email']),
  component: lazyRouteComponent(accounts, 'VerifyScreen'),
});
const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot',
  component: lazyRouteComponent(accounts, 'ForgotScreen'),
});
const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  validateSearch: (search: Record<string, unknown>) => readTexts(search, ['token']),
  component: lazyRouteComponent(accounts, 'ResetScreen'),
});
const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(accounts, 'AccountScreen'),
});
const members = createRoute({
  getParentRoute: () => root,
  path: '/members',
  component: lazyRouteComponent(accounts, 'MembersScreen'),
});
const apiKeys = createRoute({
  getParentRoute: () => root,
  path: '/settings/keys',
  component: lazyRouteComponent(accounts, 'KeysScreen'),
});
const privacy = createRoute({
  getParentRoute: () => root,
  path: '/settings/privacy',
  component: lazyRouteComponent(() => import('./features/privacy'), 'PrivacyScreen'),
});
const consents = createRoute({
  getParentRoute: () => root,
  path: '/consents',
  component: lazyRouteComponent(() => import('./features/privacy'), 'ConsentsScreen'),
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/settings/audit',
  component: lazyRouteComponent(() => import('./features/audit'), 'AuditScreen'),
});
const budgets = createRoute({
  getParentRoute: () => root,
  path: '/settings/budgets',
  component: lazyRouteComponent(() => import('./features/budgets'), 'BudgetsScreen'),
});
const noticeSettings = createRoute({
  getParentRoute: () => root,
  path: '/settings/notices',
  component: lazyRouteComponent(() => import('./features/notices'), 'NoticeSettingsScreen'),
});
const outbox = createRoute({
  getParentRoute: () => root,
  path: '/outbox',
  component: lazyRouteComponent(accounts, 'OutboxScreen'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    ...[
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
    ],
    ...[objections, deals, deal, dealImport, dealSettings, dealMails, dealCare, contact],
    ...[personas, persona, personaCompare],
    ...[
      copilot,
      approvals,
      approvalRules,
      performance,
      importing,
      battlecards,
      roleplay,
      knowledge,
      solutions,
      clientSolutions,
      help,
      system,
      settings,
    ],
    ...[
      signIn,
      signUp,
      verify,
      forgot,
      reset,
      account,
      members,
      outbox,
      apiKeys,
      privacy,
      consents,
      audit,
      budgets,
      noticeSettings,
    ],
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
