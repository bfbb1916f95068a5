import type { BattleMap } from '@tokenholic/contracts';
import { type Figure, formatMoney, formatPercent } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';

/** The three figures that matter, in the empty sky or in a row. */
export type KpiName = 'competitors' | 'value' | 'winnable';
export const ALL_KPIS: readonly KpiName[] = ['competitors', 'value', 'winnable'];

export function Kpis({ map, shown = ALL_KPIS }: { map: BattleMap; shown?: readonly KpiName[] | undefined }) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const { totals } = map;
  const money = (value: number) => formatMoney(value, language);
  const percent = (ratio: number) => formatPercent(ratio, language);
  const rest =
    totals.unknownShare > totals.selfHostedShare
      ? t('kpi.unknown', { share: percent(totals.unknownShare) })
      : totals.selfHostedShare > 0
        ? t('kpi.self_hosted', { share: percent(totals.selfHostedShare) })
        : '';
  // Nothing is priced: a sum of nothing would read as free.
  const nothingPriced = totals.unpricedShare > 0.995;
  const range = nothingPriced
    ? ''
    : t('kpi.range', {
        low: money(totals.valuePerYear.low).text,
        high: money(totals.valuePerYear.high).text,
      });
  const { cnyPerUsd, asOf } = map.exchangeRate;
  const dollars = nothingPriced
    ? ''
    : t('kpi.dollars', {
        value: formatMoney(totals.valuePerYear.mid, language, { currency: 'USD', cnyPerUsd }).text,
        rate: cnyPerUsd,
        date: asOf,
      });
  const unpriced =
    totals.unpricedShare > 0.005 ? t('kpi.unpriced', { share: percent(totals.unpricedShare) }) : '';
  return (
    <dl className="flex gap-x-10 gap-y-4 max-md:gap-x-3">
      {shown.includes('competitors') ? (
        <Kpi
          label={t('kpi.competitors')}
          figure={{ number: percent(totals.competitorShare), unit: '', text: '' }}
          notes={[rest]}
        />
      ) : null}
      {shown.includes('value') ? (
        <Kpi
          label={t('kpi.value')}
          figure={nothingPriced ? { number: '–', unit: '', text: '' } : money(totals.valuePerYear.mid)}
          notes={[range, dollars, unpriced]}
        />
      ) : null}
      {shown.includes('winnable') ? (
        <Kpi
          label={t('kpi.winnable')}
          figure={money(totals.winnableTopThree)}
          notes={[t('kpi.reach', { share: percent(totals.ourShareAfterTopThree) })]}
          marked
        />
      ) : null}
    </dl>
  );
}

function Kpi({
  label,
  figure,
  notes,
  marked = false,
}: {
  label: string;
  figure: Figure;
  notes: string[];
  marked?: boolean;
}) {
  return (
    <div className="border-l-2 border-ink pl-4 max-md:flex-1 max-md:pl-2.5">
      <dt className="text-ink-2 max-md:text-2xs">{label}</dt>
      <dd className="mt-0.5">
        <span
          className={`text-kpi font-semibold tracking-tight whitespace-nowrap max-md:text-xl ${marked ? 'marked rounded-[3px]' : ''}`}
        >
          {figure.number}
          {figure.unit === '' ? null : (
            <span className="ml-1 text-lg font-normal max-md:text-xs">{figure.unit}</span>
          )}
        </span>
        {notes
          .filter((note) => note !== '')
          .map((note) => (
            <span key={note} className="mt-0.5 block max-w-56 text-xs text-ink-3 max-md:text-2xs">
              {note}
            </span>
          ))}
      </dd>
    </div>
  );
}
