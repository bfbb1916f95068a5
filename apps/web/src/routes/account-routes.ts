import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readNext, readTexts } from '../shell/guest';
import { root } from './root';

/** One piece of code for all screens of accounts. */
const accounts = () => import('../features/accounts');

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

const outbox = createRoute({
  getParentRoute: () => root,
  path: '/outbox',
  component: lazyRouteComponent(accounts, 'OutboxScreen'),
});

const apiKeys = createRoute({
  getParentRoute: () => root,
  path: '/settings/keys',
  component: lazyRouteComponent(accounts, 'KeysScreen'),
});

const privacy = createRoute({
  getParentRoute: () => root,
  path: '/settings/privacy',
  component: lazyRouteComponent(() => import('../features/privacy'), 'PrivacyScreen'),
});

const contactData = createRoute({
  getParentRoute: () => root,
  path: '/settings/privacy/contacts/$clientId/$contactId',
  component: lazyRouteComponent(() => import('../features/privacy'), 'ContactDataScreen'),
});

const consents = createRoute({
  getParentRoute: () => root,
  path: '/consents',
  validateSearch: (search: Record<string, unknown>) => readTexts(search, ['client']),
  component: lazyRouteComponent(() => import('../features/privacy'), 'ConsentsScreen'),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/settings/audit',
  component: lazyRouteComponent(() => import('../features/audit'), 'AuditScreen'),
});

const budgets = createRoute({
  getParentRoute: () => root,
  path: '/settings/budgets',
  component: lazyRouteComponent(() => import('../features/budgets'), 'BudgetsScreen'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings'), 'SettingsScreen'),
});

const noticeSettings = createRoute({
  getParentRoute: () => root,
  path: '/settings/notices',
  component: lazyRouteComponent(() => import('../features/notices'), 'NoticeSettingsScreen'),
});

/** Signing in, people, and what an organisation sets. */
export const accountRoutes = [
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
  contactData,
  consents,
  audit,
  budgets,
  settings,
  noticeSettings,
] as const;
