import type { DealForecast } from '@tokenholic/contracts';
import { formatMoney, formatPercent } from '@tokenholic/presentation';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import type { DealSearch } from '../../deal-search';
import { useForecast } from '../api/coach';
import { useStages } from '../model/use-stages';
import { ForecastQuality } from './forecast-quality';

type Line = DealForecast['total'];

/** What the open deals come to, and how far the figures can be trusted. */
export function ForecastView({ search }: { search: DealSearch }) {
  const { t } = useTranslation('deals');
  const local = useLocal();
  const { nameOf } = useStages();
  const forecast = useForecast(search);
  if (forecast.isError) return <ErrorState error={forecast.error} onRetry={() => void forecast.refetch()} />;
  if (forecast.isPending) return <Skeleton className="h-80" />;
  const { total, months, owners, stages, basis, closedDeals, neededDeals, omitted } = forecast.data;
  if (total.deals === 0) return <EmptyState title={t('forecast.none')} text={t('empty.narrowed_text')} />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Headline total={total} />
      <p className={basis === 'model' ? 'text-ink-2' : 'text-warn'}>
        {t(`coach.basis.${basis}`, { count: closedDeals, needed: neededDeals })} {t('forecast.independent')}
        {omitted === 0 ? '' : ` ${t('forecast.omitted', { count: omitted })}`}
      </p>
      <div className="grid grid-cols-2 items-start gap-6 max-lg:grid-cols-[minmax(0,1fr)]">
        <Lines
          title={t('forecast.months')}
          rows={months.map(({ month, ...line }) => ({ key: month, name: month, line }))}
        />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <Lines
            title={t('forecast.owners')}
            called
            rows={owners.map(({ owner, ...line }) => ({ key: owner.en, name: local(owner), line }))}
          />
          <Lines
            title={t('forecast.stages')}
            rows={stages.map(({ stage, ...line }) => ({ key: stage, name: nameOf(stage), line }))}
          />
        </div>
      </div>
      <ForecastQuality forecast={forecast.data} />
    </div>
  );
}

function Headline({ total }: { total: Line }) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const money = (cny: number) => formatMoney(cny, language).text;
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-3">
      <Figure label={t('forecast.expected')}>{money(total.expectedCny)}</Figure>
      <Figure label={t('forecast.range')}>
        {money(total.lowCny)} – {money(total.highCny)}
      </Figure>
      <Figure label={t('forecast.commit')}>{money(total.commitCny)}</Figure>
      <Figure label={t('forecast.best_case')}>{money(total.commitCny + total.bestCaseCny)}</Figure>
      <Figure label={t('forecast.open', { count: total.deals })}>{money(total.amountCny)}</Figure>
    </dl>
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

interface LinesProps {
  title: string;
  rows: { key: string; name: string; line: Line }[];
  /** With what the owners themselves say. */
  called?: boolean;
}

function Lines({ title, rows, called = false }: LinesProps) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const most = Math.max(...rows.map(({ line }) => line.amountCny), 1);
  const money = (cny: number) => formatMoney(cny, language).text;
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 className="font-semibold">{title}</h2>
      <ul className="grid gap-2">
        {rows.map(({ key, name, line }) => (
          <li key={key} className="grid gap-1">
            <p className="flex flex-wrap items-baseline gap-2">
              <span className="font-medium">{name}</span>
              <span className="text-xs text-ink-3">{t('forecast.deals', { count: line.deals })}</span>
              <span className="ml-auto">{money(line.expectedCny)}</span>
              <span className="min-w-24 text-right text-xs text-ink-3">
                {formatPercent(line.expectedCny / Math.max(line.amountCny, 1), language)} /{' '}
                {money(line.amountCny)}
              </span>
            </p>
            {called && line.commitCny + line.bestCaseCny > 0 ? (
              <p className="text-xs text-ink-2">
                {t('forecast.called', {
                  commit: money(line.commitCny),
                  best: money(line.commitCny + line.bestCaseCny),
                })}
              </p>
            ) : null}
            <div aria-hidden className="relative h-2 rounded-full bg-sunken">
              <span
                className="absolute inset-y-0 left-0 rounded-full bg-line-strong"
                style={{ width: `${(line.amountCny / most) * 100}%` }}
              />
              <span
                className="absolute inset-y-0 left-0 rounded-full bg-ink"
                style={{ width: `${(line.expectedCny / most) * 100}%` }}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
