import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Columns3, Ellipsis, Plus, Rows3, Scale, TrendingUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { useLanguage } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button } from '@/ui/button';
import { Menu } from '@/ui/menu';
import type { DealSearch } from '../../deal-search';
import { queryOf } from '../api/deals';
import { AnalysisView } from './analysis-view';
import { Board } from './board';
import { DealDialog } from './deal-dialog';
import { DealTable } from './deal-table';
import { FilterBar } from './filter-bar';
import { ForecastView } from './forecast-view';

const route = getRouteApi('/deals');

/** The pipeline, as a board or as a table; what is looked at stands in the address. */
export function DealsScreen() {
  const { t } = useTranslation('deals');
  const { t: shell } = useTranslation('shell');
  usePageTitle(t('title'));
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const allowed = useAllowed('deal.write');
  const [adding, setAdding] = useState(false);
  const go = (next: DealSearch) => void navigate({ search: next, replace: true });
  const goTo = useNavigate();
  const language = useLanguage();
  const { view: _view, ...rest } = search;
  const download = (format: 'xlsx' | 'csv') => {
    window.location.href = `/api/deals/export?${queryOf(rest)}&format=${format}&language=${language}`;
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 px-6 py-6 max-md:px-4 max-md:py-5">
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="mr-auto text-2xl font-semibold">{t('title')}</h1>
        <fieldset className="flex min-w-0 flex-wrap rounded-control border border-line-strong bg-surface p-0.5">
          <legend className="sr-only">{t('view.title')}</legend>
          <ViewButton pressed={search.view === undefined} label={t('view.board')} onClick={() => go(rest)}>
            <Columns3 className="size-4" />
          </ViewButton>
          <ViewButton
            pressed={search.view === 'table'}
            label={t('view.table')}
            onClick={() => go({ ...rest, view: 'table' })}
          >
            <Rows3 className="size-4" />
          </ViewButton>
          <ViewButton
            pressed={search.view === 'forecast'}
            label={t('view.forecast')}
            onClick={() => go({ ...rest, view: 'forecast' })}
          >
            <TrendingUp className="size-4" />
          </ViewButton>
          <ViewButton
            pressed={search.view === 'analysis'}
            label={t('view.analysis')}
            onClick={() => go({ ...rest, view: 'analysis' })}
          >
            <Scale className="size-4" />
          </ViewButton>
        </fieldset>
        <Menu
          label={t('more.title')}
          items={[
            { text: t('import.short'), onSelect: () => void goTo({ to: '/deals/import' }) },
            { text: t('mails.title'), onSelect: () => void goTo({ to: '/deals/mails' }) },
            { text: t('care.title'), onSelect: () => void goTo({ to: '/deals/care' }) },
            { text: t('settings.title'), onSelect: () => void goTo({ to: '/deals/settings' }) },
            { text: t('export.xlsx'), onSelect: () => download('xlsx') },
            { text: t('export.csv'), onSelect: () => download('csv') },
          ]}
          trigger={
            <Button>
              <Ellipsis className="size-4" /> {t('more.title')}
            </Button>
          }
        />
        <Button
          variant="primary"
          disabled={!allowed}
          title={allowed ? undefined : shell('forbidden')}
          onClick={() => setAdding(true)}
        >
          <Plus className="size-4" /> {t('new.open')}
        </Button>
      </header>
      <FilterBar search={search} onSearch={go} />
      {search.view === 'table' ? <DealTable search={search} onSearch={go} /> : null}
      {search.view === 'forecast' ? <ForecastView search={search} /> : null}
      {search.view === 'analysis' ? <AnalysisView search={search} onSearch={go} /> : null}
      {search.view === undefined ? (
        <Board search={search} onAll={(stage) => go({ ...rest, stage, view: 'table' })} />
      ) : null}
      {adding ? <DealDialog onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

interface ViewButtonProps {
  pressed: boolean;
  label: string;
  onClick: () => void;
  children: React.ReactNode;
}

function ViewButton({ pressed, label, onClick, children }: ViewButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className="flex h-8 items-center gap-1.5 rounded-tile px-2.5 text-xs text-ink-2 hover:bg-sunken aria-pressed:bg-ink aria-pressed:text-paper max-md:h-10"
    >
      {children} {label}
    </button>
  );
}
