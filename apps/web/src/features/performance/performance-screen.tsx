import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { formatDate } from '@tokenholic/presentation';
import { Download, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { useLanguage, useLocal } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button, buttonLook } from '@/ui/button';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { usePerformance } from './api';
import { Figures } from './components/figures';
import { ObjectiveCard } from './components/objective-card';
import { ObjectiveDialog } from './components/objective-dialog';
import { Suggestions } from './components/suggestions';
import { TeamTable } from './components/team-table';

const route = getRouteApi('/performance');
const TABS = ['self', 'team'] as const;

/** What one reached, what one is after, and what would help; managers see their team. */
export function PerformanceScreen() {
  const { t } = useTranslation('performance');
  usePageTitle(t('title'));
  const navigate = useNavigate();
  const language = useLanguage();
  const seesTeam = useAllowed('performance.team');
  const { tab: asked = 'self', person } = route.useSearch();
  const tab = seesTeam ? asked : 'self';
  return (
    <div className="mx-auto grid max-w-[1120px] grid-cols-[minmax(0,1fr)] gap-6 px-8 py-8 max-md:px-4 max-md:py-5">
      <header className="flex flex-wrap items-end gap-3">
        <div className="grid min-w-0 flex-1 basis-72 gap-1">
          <h1 className="text-2xl font-semibold">{t('title')}</h1>
          <p className="max-w-[68ch] text-ink-2">{t('intro')}</p>
        </div>
        {seesTeam ? (
          <nav aria-label={t('views')} className="flex gap-1">
            {TABS.map((one) => (
              <Link
                key={one}
                to="/performance"
                search={{ tab: one }}
                aria-current={one === tab && person === undefined ? 'page' : undefined}
                className="flex h-9 items-center rounded-control px-3 text-ink-2 hover:bg-sunken aria-[current]:bg-ink aria-[current]:text-paper max-md:h-11"
              >
                {t(`tab.${one}`)}
              </Link>
            ))}
          </nav>
        ) : null}
        <a
          href={`/api/performance/export/${tab === 'team' && person === undefined ? 'team' : 'self'}?language=${language}`}
          className={buttonLook({})}
          download
        >
          <Download className="size-4" /> CSV
        </a>
      </header>
      {tab === 'team' && person === undefined ? (
        <TeamTable
          onPerson={(id) => void navigate({ to: '/performance', search: { tab: 'team', person: id } })}
        />
      ) : (
        <Person userId={tab === 'team' ? person : undefined} />
      )}
    </div>
  );
}

function Person({ userId }: { userId: string | undefined }) {
  const { t } = useTranslation('performance');
  const language = useLanguage();
  const local = useLocal();
  const performance = usePerformance(userId);
  const [adding, setAdding] = useState(false);
  if (performance.isError)
    return <ErrorState error={performance.error} onRetry={() => void performance.refetch()} />;
  if (performance.data === undefined) return <Skeleton className="h-96" />;
  const { person, from, until, objectives, suggestions } = performance.data;
  return (
    <>
      <section aria-label={t('objectives')} className="grid gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <h2 className="flex-1 text-lg font-semibold">
            {userId === undefined ? t('objectives') : t('objectives_of', { name: local(person.name) })}
          </h2>
          <Button onClick={() => setAdding(true)}>
            <Plus className="size-4" /> {t('add')}
          </Button>
        </div>
        {objectives.length === 0 ? <EmptyState title={t('none')} text={t('none_text')} /> : null}
        <ul className="grid gap-3 md:grid-cols-2">
          {objectives.map((objective) => (
            <ObjectiveCard key={objective.id} objective={objective} />
          ))}
        </ul>
      </section>
      <Suggestions suggestions={suggestions} userId={userId} />
      <section aria-label={t('figures')} className="grid gap-3">
        <h2 className="text-lg font-semibold">{t('figures')}</h2>
        <p className="text-xs text-ink-3">
          {t('period', { from: formatDate(from, language), until: formatDate(until, language) })}
        </p>
        <Figures performance={performance.data} />
      </section>
      {adding ? <ObjectiveDialog userId={person.id} onClose={() => setAdding(false)} /> : null}
    </>
  );
}
