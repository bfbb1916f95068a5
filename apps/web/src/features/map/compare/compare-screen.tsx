import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { MapComparison } from '@tokenholic/contracts';
import { formatMoney, formatPercent, formatTokens } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { get } from '@/api/http';
import { useLanguage } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Field, Select } from '@/ui/field';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { useVersions } from '../battle-map/api/map';
import { ComparisonTable } from './comparison-table';

/** What moved between two versions of a map, and why. */
export function CompareRoute() {
  const { t } = useTranslation('compare');
  const { clientId } = useParams({ from: '/clients/$clientId/compare' });
  const search = useSearch({ from: '/clients/$clientId/compare' });
  const navigate = useNavigate({ from: '/clients/$clientId/compare' });
  usePageTitle(t('title'));
  const versions = useVersions(clientId, true);
  const numbers = (versions.data?.items ?? []).map(({ version }) => version);
  const to = search.to ?? numbers[0];
  const from = search.from ?? numbers.find((version) => version !== to);
  const choose = (change: { from?: number; to?: number }) =>
    void navigate({ replace: true, search: { ...search, ...change } });
  const choice = (label: string, value: number | undefined, set: (version: number) => void) => (
    <Field label={label}>
      {(ids) => (
        <Select {...ids} value={value} onChange={(event) => set(Number(event.target.value))}>
          {numbers.map((version) => (
            <option key={version} value={version}>
              {version}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 px-8 py-6 max-md:px-4">
      <header className="flex flex-wrap items-end gap-x-8 gap-y-3">
        <div>
          <Link to="/clients/$clientId/map" params={{ clientId }} className="text-ink-2 hover:underline">
            ← {t('back')}
          </Link>
          <h1 className="text-2xl font-semibold">{t('title')}</h1>
        </div>
        {numbers.length < 2 ? null : (
          <div className="flex gap-3">
            {choice(t('from'), from, (version) => choose({ from: version }))}
            {choice(t('to'), to, (version) => choose({ to: version }))}
          </div>
        )}
      </header>
      {versions.isPending ? <Skeleton className="h-64" /> : null}
      {versions.error === null ? null : (
        <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />
      )}
      {versions.data !== undefined && numbers.length < 2 ? <EmptyState title={t('present_needed')} /> : null}
      {from === undefined || to === undefined ? null : from === to ? (
        <EmptyState title={t('pick')} />
      ) : (
        <Comparison clientId={clientId} from={from} to={to} />
      )}
    </div>
  );
}

function Comparison({ clientId, from, to }: { clientId: string; from: number; to: number }) {
  const { t } = useTranslation('compare');
  const language = useLanguage();
  const { data, isPending, error, refetch } = useQuery({
    queryKey: ['compare', clientId, from, to],
    queryFn: () => get<MapComparison>(`/api/clients/${clientId}/map/compare?from=${from}&to=${to}`),
  });
  if (isPending) return <Skeleton className="h-64" />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const tokens = (value: number) => formatTokens(value, language).text;
  const money = (value: number) => formatMoney(value, language).text;
  const share = (value: number) => formatPercent(value, language);
  const figures = [
    { label: t('figure.tokens'), pair: data.tokens, format: tokens },
    { label: t('figure.our'), pair: data.ourShare, format: share },
    { label: t('figure.value'), pair: data.valuePerYear, format: money },
    { label: t('figure.winnable'), pair: data.winnable, format: money },
  ];
  return (
    <>
      <dl className="flex flex-wrap gap-x-10 gap-y-4">
        {figures.map(({ label, pair, format }) => (
          <div key={label} className="border-l-2 border-ink pl-4">
            <dt className="text-ink-2">{label}</dt>
            <dd>
              <span className="text-ink-3">{format(pair.before)} → </span>
              <span className="text-xl font-semibold">{format(pair.after)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <ComparisonTable comparison={data} />
    </>
  );
}
