import { Link, Navigate, Outlet, useRouterState } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, hasMovedAway } from '@/api/http';
import { useSession } from '@/api/session';
import { NoticeWatch, useUnread } from '@/notices/notice-watch';
import { AccountMenu } from './account-menu';
import { useApprovalsWaiting } from './approvals-waiting';
import { CountMark } from './count-mark';
import { GUEST_PATHS } from './guest';
import { Logo } from './logo';
import { MovedAway } from './moved-away';
import { PasswordAgain } from './password-again';
import { isHere, usePlaces } from './places';
import { SamplesNotice } from './samples-notice';
import { SecondStepNotice } from './second-step-notice';

const CommandPalette = lazy(() => import('./command-palette'));

/** Guests see a screen alone; everybody else is signed in and has the frame around it. */
export function AppShell() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return GUEST_PATHS.some((guest) => path.startsWith(guest)) ? <Outlet /> : <SignedInShell />;
}

/** The frame of every screen: rail on a desk, tab bar on a phone, search over all. */
function SignedInShell() {
  const { t } = useTranslation();
  const session = useSession();
  const places = usePlaces();
  const { unread, critical } = useUnread();
  const waiting = useApprovalsWaiting();
  const counts: Record<string, { count: number; critical: boolean; words: string }> = {
    '/copilot': { count: unread, critical, words: t('nav.unread', { count: unread }) },
    '/approvals': { count: waiting, critical: true, words: t('nav.approvals_wait', { count: waiting }) },
  };
  const mark = (to: string) => {
    const counted = counts[to];
    return counted === undefined ? null : <CountMark count={counted.count} critical={counted.critical} />;
  };
  const described = (to: string) => {
    const counted = counts[to];
    return counted === undefined || counted.count === 0 ? undefined : counted.words;
  };
  const href = useRouterState({ select: (state) => state.location.href });
  const [searching, setSearching] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setSearching(true);
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  if (session.error instanceof ApiError && session.error.status === 401)
    return <Navigate to="/sign-in" search={href === '/' ? {} : { next: href }} replace />;
  if (hasMovedAway(session.error)) return <MovedAway error={session.error} />;
  // People of a client have their account here, and none of the seller's screens.
  if (path === '/' && session.data?.user.permissions.includes('client.read') === false)
    return <Navigate to="/account" replace />;
  return (
    <div className="flex min-h-dvh bg-paper max-md:pb-16">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:bg-mark focus:p-2 focus:text-mark-ink"
      >
        {t('nav.skip')}
      </a>
      <nav
        aria-label={t('nav.main')}
        className="app-chrome sticky top-0 z-20 flex h-dvh w-14 shrink-0 flex-col items-center gap-2 border-r border-line bg-paper py-3 max-md:hidden"
      >
        <Link to="/" aria-label={t('product')} className="mb-4 rounded-card">
          <Logo />
        </Link>
        {places.map(({ to, icon: Icon, label }) => (
          <Link
            key={to}
            to={to}
            aria-label={t(label)}
            aria-description={described(to)}
            title={t(label)}
            aria-current={isHere(path, to) ? 'page' : undefined}
            className="relative grid size-10 place-items-center rounded-card text-ink-2 hover:bg-sunken aria-[current]:bg-ink aria-[current]:text-paper"
          >
            <Icon className="size-[18px]" />
            {mark(to)}
          </Link>
        ))}
        <button
          type="button"
          onClick={() => setSearching(true)}
          aria-label={t('palette.open')}
          title={`${t('palette.open')} ⌘K`}
          className="grid size-10 place-items-center rounded-card text-ink-2 hover:bg-sunken"
        >
          <Search className="size-[18px]" />
        </button>
        <div className="mt-auto">
          <AccountMenu />
        </div>
      </nav>
      <NoticeWatch />
      <main id="main" ref={main} tabIndex={-1} className="min-w-0 flex-1 outline-none">
        <SecondStepNotice />
        <SamplesNotice />
        <Outlet />
      </main>
      <nav
        aria-label={t('nav.main')}
        className="app-chrome fixed inset-x-0 bottom-0 z-20 flex h-16 items-stretch justify-around border-t border-line bg-paper md:hidden"
      >
        {places
          .filter(({ onPhone }) => onPhone)
          .map(({ to, icon: Icon, label }) => (
            <Link
              key={to}
              to={to}
              aria-description={described(to)}
              aria-current={isHere(path, to) ? 'page' : undefined}
              className="group grid min-w-0 flex-1 place-items-center content-center gap-0.5 text-2xs text-ink-2 aria-[current]:font-semibold aria-[current]:text-ink"
            >
              <span className="relative grid h-6 w-11 place-items-center rounded-full group-aria-[current]:bg-mark group-aria-[current]:text-mark-ink">
                <Icon className="size-[18px]" />
                {mark(to)}
              </span>
              {t(label)}
            </Link>
          ))}
        <button
          type="button"
          onClick={() => setSearching(true)}
          className="grid min-w-0 flex-1 place-items-center content-center gap-0.5 text-2xs text-ink-2"
        >
          <span className="grid h-6 w-11 place-items-center">
            <Search className="size-[18px]" />
          </span>
          {t('palette.open')}
        </button>
        <div className="grid min-w-0 flex-1 place-items-center">
          <AccountMenu />
        </div>
      </nav>
      <PasswordAgain />
      {searching ? (
        <Suspense>
          <CommandPalette onClose={() => setSearching(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
