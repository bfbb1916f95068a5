import type { WinLoss } from '@tokenholic/contracts';
import { formatPercent } from '@tokenholic/presentation';
import { TriangleAlert, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { EngineLabel } from '@/ui/confidence';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import type { DealSearch } from '../../deal-search';
import { analysisQuery, useAnalysis } from '../api/analysis';
import { Groups } from './analysis-groups';
import { Reasons } from './analysis-reasons';
import { Cohorts, Stages } from './analysis-stages';
import { ExportLinks } from './export-links';
import { WinFactors } from './win-factors';

interface AnalysisViewProps {
  search: DealSearch;
  onSearch: (search: DealSearch) => void;
}

/** What separates won deals from lost ones, told in sentences that lead to their figures. */
export function AnalysisView({ search, onSearch }: AnalysisViewProps) {
  const { t } = useTranslation('deals');
  const analysis = useAnalysis(search);
  const [cited, setCited] = useState<readonly string[]>([]);
  if (analysis.isError) return <ErrorState error={analysis.error} onRetry={() => void analysis.refetch()} />;
  if (analysis.isPending) return <Skeleton className="h-80" />;
  const { data } = analysis;
  if (data.deals === 0) return <EmptyState title={t('analysis.none')} text={t('analysis.none_text')} />;
  return (
    <div className="grid gap-6">
      <Narrowed search={search} onSearch={onSearch} />
      <Headline analysis={data} />
      <Narrative analysis={data} onCite={setCited} />
      <WinFactors factors={data.factors} cited={cited} />
      <div className="grid grid-cols-2 items-start gap-6 max-lg:grid-cols-[minmax(0,1fr)]">
        <Stages stages={data.stages} cited={cited} />
        <div className="grid gap-6">
          <Reasons reasons={data.reasons} cited={cited} />
          <Cohorts cohorts={data.cohorts} cited={cited} />
          <Groups groups={data.groups} onNarrow={(more) => onSearch({ ...search, ...more })} />
        </div>
      </div>
    </div>
  );
}

function Headline({ analysis: { deals, won, winRate, medianDays, small } }: { analysis: WinLoss }) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const percent = (ratio: number) => formatPercent(ratio, language);
  const days = (value: number | null) =>
    value === null ? '—' : t('analysis.days', { count: Math.round(value) });
  return (
    <div id="cite-winRate" className="flex flex-wrap items-center gap-x-10 gap-y-3">
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        <Figure label={t('analysis.rate', { low: percent(winRate.low), high: percent(winRate.high) })}>
          {percent(winRate.value)}
        </Figure>
        <Figure label={t('analysis.closed')}>{t('analysis.won_of', { won, count: deals })}</Figure>
        <Figure label={t('analysis.won_days')}>{days(medianDays.won)}</Figure>
        <Figure label={t('analysis.lost_days')}>{days(medianDays.lost)}</Figure>
      </dl>
      {small ? <p className="text-warn">{t('analysis.small', { count: deals })}</p> : null}
    </div>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid">
      <dt className="text-xs text-ink-2">{label}</dt>
      <dd className="text-2xl font-semibold">{children}</dd>
    </div>
  );
}

interface NarrativeProps {
  analysis: WinLoss;
  onCite: (keys: readonly string[]) => void;
}

function Narrative({ analysis: { narrative, alerts, engine }, onCite }: NarrativeProps) {
  const { t } = useTranslation('deals');
  const local = useLocal();
  const show = (cites: readonly string[]) => {
    onCite(cites);
    document.getElementById(`cite-${cites[0]}`)?.scrollIntoView({ block: 'center' });
  };
  const sentence = ({ text, cites }: WinLoss['narrative'][number], icon: ReactNode) => (
    <li key={text.en} className="flex items-start gap-2">
      {icon}
      <span>
        {local(text)}{' '}
        <button type="button" onClick={() => show(cites)} className="text-xs text-ink-2 underline">
          {t('analysis.figures')}
        </button>
      </span>
    </li>
  );
  return (
    <section className="grid max-w-[80ch] gap-2 rounded-card border border-line bg-surface p-4">
      <h2 className="flex items-center gap-2 font-semibold">
        {t('analysis.narrative')} <EngineLabel engine={engine} />
      </h2>
      <ul className="grid gap-1.5">
        {alerts.map((one) =>
          sentence(one, <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />),
        )}
        {narrative.map((one) => sentence(one, null))}
      </ul>
    </section>
  );
}

/** The cohort that is looked at, with the way out of it, and the way out of the product. */
function Narrowed({ search, onSearch }: AnalysisViewProps) {
  const { t } = useTranslation('deals');
  const drop = (name: 'product' | 'competitor' | 'source') => {
    const { [name]: _gone, ...rest } = search;
    onSearch(rest);
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      {(['product', 'competitor', 'source'] as const).map((name) =>
        search[name] === undefined ? null : (
          <button
            key={name}
            type="button"
            onClick={() => drop(name)}
            className="flex min-h-8 items-center gap-1 rounded-control bg-mark-soft px-2 text-xs max-md:min-h-11"
          >
            {t(`filter.${name}`)}: {search[name]} <X aria-hidden className="size-3.5" />
            <span className="sr-only">{t('filter.clear')}</span>
          </button>
        ),
      )}
      <ExportLinks address={`/api/deals/analysis/export?${analysisQuery(search)}&`} />
    </div>
  );
}
