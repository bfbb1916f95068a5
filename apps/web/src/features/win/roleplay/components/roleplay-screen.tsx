import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { usePageTitle } from '@/shell/page-title';
import { Button } from '@/ui/button';
import type { PracticeSearch } from '../../practice-search';
import { ProgressView } from './progress-view';
import { StartView } from './start-view';
import { TalkView } from './talk-view';
import { TeamView } from './team-view';

/** Practice: begin a talk, hold it beside the coach, read the score; the way of one's skills; for managers, the team. */
export function RoleplayScreen() {
  const { t } = useTranslation('roleplay');
  usePageTitle(t('title'));
  const { view, talk, client }: PracticeSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const manages = useAllowed('client.assign');
  const go = (search: PracticeSearch) => void navigate({ to: '/roleplay', search });
  const open = (id: string) => go({ talk: id });
  const views = [undefined, 'progress', ...(manages ? (['team'] as const) : [])] as const;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-6 px-8 py-8 max-md:px-4 max-md:py-5">
      <header className="flex flex-wrap items-end justify-between gap-4 print:hidden">
        <div className="grid max-w-[68ch] gap-1">
          <h1 className="text-2xl font-semibold">{t('title')}</h1>
          {talk === undefined ? <p className="text-ink-2">{t('intro')}</p> : null}
        </div>
        <nav aria-label={t('views.label')} className="flex flex-wrap gap-1">
          {views.map((one) => (
            <Button
              key={one ?? 'practise'}
              variant={talk === undefined && view === one ? 'primary' : 'ghost'}
              aria-current={talk === undefined && view === one ? 'page' : undefined}
              onClick={() => go(one === undefined ? {} : { view: one })}
            >
              {t(`views.${one ?? 'practise'}`)}
            </Button>
          ))}
        </nav>
      </header>
      {talk !== undefined ? (
        <TalkView key={talk} id={talk} open={open} leave={() => go({})} />
      ) : view === 'progress' ? (
        <ProgressView open={open} />
      ) : view === 'team' && manages ? (
        <TeamView open={open} />
      ) : (
        <StartView clientId={client ?? null} open={open} />
      )}
    </div>
  );
}
