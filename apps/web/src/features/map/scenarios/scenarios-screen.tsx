import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { BattleMap } from '@tokenholic/contracts';
import { formatMoney, formatPercent } from '@tokenholic/presentation';
import { type Assumptions, DEFAULT_ASSUMPTIONS, projectMap } from '@tokenholic/presentation/scenario';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { useMap } from '../battle-map/api/map';
import { ASSUMPTION_NAMES, type AssumptionSearch } from '../map-search';
import { AssumptionSliders } from './assumption-sliders';
import { PriceOffers } from './price-offers';
import { ScenarioChart } from './scenario-chart';
import { UseCaseTable } from './use-case-table';

const YEARS = 3;

/** What a map becomes in three years, under assumptions one can move. */
export function ScenariosRoute() {
  const { t } = useTranslation('scenarios');
  const { clientId } = useParams({ from: '/clients/$clientId/scenarios' });
  usePageTitle(t('title'));
  const query = useMap(clientId, undefined);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 px-8 py-6 max-md:px-4">
      <header className="grid max-w-[72ch] gap-1">
        <Link to="/clients/$clientId/map" params={{ clientId }} className="text-ink-2 hover:underline">
          ← {query.data === undefined ? t('back') : `${query.data.map.clientName} · ${t('back')}`}
        </Link>
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="text-ink-2">{t('intro')}</p>
      </header>
      {query.isPending ? <Skeleton className="h-96" /> : null}
      {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data === undefined ? null : <Scenarios map={query.data.map} />}
    </div>
  );
}

function Scenarios({ map }: { map: BattleMap }) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const search = useSearch({ from: '/clients/$clientId/scenarios' });
  const navigate = useNavigate({ from: '/clients/$clientId/scenarios' });
  const assumptions: Assumptions = { ...DEFAULT_ASSUMPTIONS, ...search };
  const set = (changes: Partial<Assumptions>) => {
    const next: AssumptionSearch = { ...search, ...changes };
    // What is as usual need not stand in the address.
    for (const name of ASSUMPTION_NAMES) if (next[name] === DEFAULT_ASSUMPTIONS[name]) delete next[name];
    void navigate({ replace: true, search: next });
  };
  const projection = projectMap(map, assumptions, YEARS);
  const last = projection.years.at(-1);
  const money = (cny: number) => formatMoney(cny, language).text;
  const dollars = (cny: number) =>
    formatMoney(cny, language, { currency: 'USD', cnyPerUsd: projection.cnyPerUsd }).text;
  return (
    <div className="grid grid-cols-[300px_minmax(0,1fr)] items-start gap-8 max-lg:grid-cols-[minmax(0,1fr)]">
      <section className="grid gap-4">
        <AssumptionSliders assumptions={assumptions} onChange={(name, value) => set({ [name]: value })} />
        <Button
          className="justify-self-start"
          disabled={Object.keys(search).length === 0}
          onClick={() => void navigate({ replace: true, search: {} })}
        >
          {t('reset')}
        </Button>
        <p className="text-xs text-ink-3">
          {t('rate', { rate: projection.cnyPerUsd.toFixed(2), date: projection.rateAsOf })}
          {map.totals.unpricedShare > 0.005 ? (
            <span className="mt-1 block">
              {t('unpriced', { share: formatPercent(map.totals.unpricedShare, language) })}
            </span>
          ) : null}
        </p>
      </section>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {last === undefined ? null : (
          <dl aria-live="polite" className="flex flex-wrap gap-x-10 gap-y-4">
            {(['low', 'base', 'high'] as const).map((scenario) => (
              <div key={scenario} className="border-l-2 border-ink pl-4">
                <dt className="text-ink-2">
                  {t(`scenario.${scenario}`)} · {t('value')} {last.year}
                </dt>
                <dd>
                  <span className={`text-xl font-semibold ${scenario === 'base' ? 'marked' : ''}`}>
                    {money(last.valueCny[scenario])}
                  </span>
                  <span className="block text-xs text-ink-3">
                    {t('usd', { value: dollars(last.valueCny[scenario]) })}
                  </span>
                </dd>
              </div>
            ))}
          </dl>
        )}
        <PriceOffers map={map} assumptions={assumptions} years={YEARS} onChoose={set} />
        <ScenarioChart years={projection.years} />
        <UseCaseTable projection={projection} />
      </div>
    </div>
  );
}
