import '../battle-map/details-texts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { SharedMap } from '@tokenholic/contracts';
import { formatDate, formatTokens, headlineParts } from '@tokenholic/presentation';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '@/api/http';
import { setLanguage, useLanguage } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button } from '@/ui/button';
import { Glyph } from '@/ui/glyph';
import { ErrorState, Skeleton } from '@/ui/states';
import { Board } from '../battle-map/components/board';
import type { KpiName } from '../battle-map/components/kpis';
import { Legend } from '../battle-map/components/legend';
import { MatrixTable } from '../battle-map/components/matrix-table';
import { NO_FILTER, onlyMatching } from '../battle-map/model/filter';
import { findSelected, type Selected, type Selection } from '../battle-map/model/selection';
import { VIEWS, type View } from '../battle-map/model/view';

const Treemap = lazy(() => import('../battle-map/components/treemap'));

/** A map as a guest sees it: the picture, the table, the passages; nothing to change. */
export function SharedMapRoute() {
  const { t } = useTranslation('map');
  const { token } = useParams({ from: '/shared/$token' });
  // Opened once: looking again would count again.
  const { data, isPending, error } = useQuery({
    queryKey: ['shared', token],
    queryFn: () => get<SharedMap>(`/api/shared/${encodeURIComponent(token)}`),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  usePageTitle(data === undefined ? t('title') : `${data.map.clientName} · ${t('title')}`);
  if (error !== null)
    return (
      <main className="mx-auto grid max-w-xl gap-4 p-8">
        <h1 className="text-2xl font-semibold">{t('share.invalid')}</h1>
        <ErrorState error={error} />
      </main>
    );
  if (isPending) return <Skeleton className="m-8 h-96" />;
  return <Guest shared={data} />;
}

function Guest({ shared }: { shared: SharedMap }) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const { map, expiresAt, showValues, showOpportunities } = shared;
  const [view, setView] = useState<View>('skyline');
  const [filter, setFilter] = useState(NO_FILTER);
  const [selection, setSelection] = useState<Selection | null>(null);
  const selected = findSelected(map, selection);
  const { text, highlight } = map.headline;
  const kpis: KpiName[] = [
    'competitors',
    ...(showValues ? (['value'] as const) : []),
    ...(showOpportunities ? (['winnable'] as const) : []),
  ];
  const picture = { map, filter, selection, onSelect: setSelection, kpis };
  return (
    <main className="min-h-dvh bg-paper px-8 py-6 max-md:px-4">
      <header className="mb-4 flex flex-wrap items-center gap-3 text-xs text-ink-3">
        <span className="font-semibold text-ink">{map.clientName}</span>
        {t('share.guest', { date: formatDate(expiresAt, language) })}
        <span className="flex-1" />
        <Button
          size="small"
          variant="ghost"
          lang={language === 'zh' ? 'en' : 'zh'}
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {language === 'zh' ? 'English' : '中文'}
        </Button>
        <fieldset className="flex gap-1">
          <legend className="sr-only">{t('view.label')}</legend>
          {VIEWS.map((choice) => (
            <Button
              key={choice}
              size="small"
              variant={view === choice ? 'primary' : 'outline'}
              aria-pressed={view === choice}
              onClick={() => setView(choice)}
            >
              {t(`view.${choice}`)}
            </Button>
          ))}
        </fieldset>
      </header>
      <h1 className="text-2xl font-semibold text-balance break-keep wrap-anywhere max-md:text-xl">
        {headlineParts(text[language], highlight[language]).map((part) =>
          part.marked ? (
            <span key={part.text} className="marked">
              {part.text}
            </span>
          ) : (
            part.text
          ),
        )}
      </h1>
      <Legend map={map} filter={filter} onFilter={setFilter} />
      {view === 'skyline' ? (
        <Board {...picture} />
      ) : view === 'treemap' ? (
        <Suspense fallback={<Skeleton className="mt-6 h-96" />}>
          <Treemap {...picture} />
        </Suspense>
      ) : (
        <MatrixTable map={onlyMatching(map, filter)} onSelect={setSelection} />
      )}
      {selected === null ? null : <Details selected={selected} />}
    </main>
  );
}

/** What is known of the chosen tile: range, share and the passages it rests on. */
function Details({ selected: { column, tile } }: { selected: Selected }) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const tokens = (value: number) => formatTokens(value, language).text;
  const { tokensPerYear } = tile ?? column;
  return (
    <section
      aria-live="polite"
      className="mt-6 grid max-w-3xl gap-3 rounded-card border border-line bg-surface p-5"
    >
      <h2 className="flex items-center gap-2 text-lg font-semibold">
        {tile === null ? null : <Glyph group={tile.group} />}
        {column.name[language]}
        {tile === null ? '' : ` · ${tile.modelName[language]} · ${tile.providerName[language]}`}
      </h2>
      <p>
        {tokens(tokensPerYear.mid)}{' '}
        <span className="text-ink-3">
          ({tokens(tokensPerYear.low)} – {tokens(tokensPerYear.high)})
        </span>
      </p>
      {tile === null || tile.opportunity === null ? null : (
        <p className="text-ink-2">{tile.opportunity.reason[language]}</p>
      )}
      <ul className="grid gap-2">
        {(tile?.evidence ?? []).map((quote) => (
          <li key={`${quote.pageId}-${quote.start}`} className="border-l-2 border-line-strong pl-3">
            {quote.text}
            <span className="block text-xs text-ink-3">
              {quote.pageTitle} {quote.date === null ? '' : formatDate(quote.date, language)}
            </span>
          </li>
        ))}
      </ul>
      {tile !== null && tile.evidence.length === 0 ? (
        <p className="text-ink-2">{t('inspector.no_evidence')}</p>
      ) : null}
    </section>
  );
}
