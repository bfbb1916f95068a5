import type { BattleMap, Driver, Tile } from '@tokenholic/contracts';
import { formatCount, formatDate, formatTokens } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Section } from './inspector';

/** Everything needed to redo the estimate by hand. */
export function WhySection({ tile, map }: { tile: Tile; map: BattleMap }) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const local = useLocal();
  const { explanation, price } = tile;
  return (
    <Section title={t('inspector.why')}>
      {explanation === null ? null : (
        <>
          <p className="text-ink-2">{local(explanation.formula)}</p>
          <table className="w-full text-left text-xs">
            <thead>
              <tr className="border-b border-line text-ink-3">
                <th scope="col" className="py-1 font-medium">
                  {t('inspector.driver')}
                </th>
                {(['low', 'mid', 'high'] as const).map((column) => (
                  <th key={column} scope="col" className="py-1 pl-2 text-right font-medium">
                    {t(`inspector.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {explanation.drivers.map((driver) => (
                <DriverRow key={driver.id} driver={driver} />
              ))}
            </tbody>
          </table>
          {explanation.benchmark === null ? null : (
            <p className="text-xs text-ink-2">
              {t('inspector.benchmark', { subject: local(explanation.benchmark.subject) })}:{' '}
              {formatCount(explanation.benchmark.value, language)} {local(explanation.benchmark.unit)} ·{' '}
              {explanation.benchmark.source.title}
            </p>
          )}
          {explanation.calibration === null ? null : (
            <p className="text-xs text-ink-2">
              {t('inspector.calibrated', { factor: formatCount(explanation.calibration.factor, language) })}
            </p>
          )}
          <p className="text-xs text-ink-3">
            {t('inspector.simulation', {
              samples: formatCount(explanation.samples, language),
              seed: explanation.seed,
            })}
          </p>
        </>
      )}
      <p className="text-xs text-ink-2">
        {t('inspector.price')}:{' '}
        {price === null
          ? t('inspector.unpriced')
          : `${local(price.label)} · ${price.source.title} ${price.source.asOf === null ? '' : formatDate(price.source.asOf, language)}`}
        {price === null
          ? ''
          : ` · $1 = ¥${map.exchangeRate.cnyPerUsd} (${formatDate(map.exchangeRate.asOf, language)})`}
      </p>
    </Section>
  );
}

function DriverRow({ driver }: { driver: Driver }) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const local = useLocal();
  const show = (value: number) =>
    value >= 1e6 ? formatTokens(value, language).text : formatCount(value, language);
  const source = driver.quote?.pageTitle ?? driver.source?.title ?? null;
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="py-1.5 font-normal">
        {local(driver.name)}
        <span className="block text-ink-3">
          {local(driver.unit)} · {t(`inspector.basis.${driver.basis}`)}
          {source === null ? '' : ` · ${source}`}
        </span>
      </th>
      <td className="py-1.5 pl-2 text-right">{show(driver.value.low)}</td>
      <td className="py-1.5 pl-2 text-right font-semibold">{show(driver.value.mid)}</td>
      <td className="py-1.5 pl-2 text-right">{show(driver.value.high)}</td>
    </tr>
  );
}
