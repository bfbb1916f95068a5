import { Link } from '@tanstack/react-router';
import type { BattleMap, Driver, Quote, Tile } from '@tokenholic/contracts';
import { formatCount, formatDate, formatTokens } from '@tokenholic/presentation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Section } from './inspector';
import { SourceLink } from './source-link';
import { StoredPage } from './stored-page';

/** Everything needed to redo the estimate by hand. */
export function WhySection({
  tile,
  useCase,
  map,
}: {
  tile: Tile;
  /** Name of its use case. */
  useCase: string;
  map: BattleMap;
}) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const local = useLocal();
  const { explanation, price } = tile;
  const [open, setOpen] = useState<Quote | null>(null);
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
                <DriverRow key={driver.id} driver={driver} onOpen={setOpen} />
              ))}
            </tbody>
          </table>
          {explanation.benchmark === null ? null : (
            <p className="text-xs text-ink-2">
              {t('inspector.benchmark', { subject: local(explanation.benchmark.subject) })}:{' '}
              {formatCount(explanation.benchmark.value, language)} {local(explanation.benchmark.unit)} ·{' '}
              <SourceLink source={explanation.benchmark.source} />
            </p>
          )}
          {explanation.calibration === null ? null : (
            <p className="text-xs text-ink-2">
              {t('inspector.calibrated', { factor: formatCount(explanation.calibration.factor, language) })}{' '}
              <QuoteButton quote={explanation.calibration.quote} onOpen={setOpen} />
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
        {price === null ? (
          t('inspector.unpriced')
        ) : (
          <>
            {local(price.label)} · <SourceLink source={price.source} />
            {` · $1 = ¥${map.exchangeRate.cnyPerUsd} (${formatDate(map.exchangeRate.asOf, language)})`}
          </>
        )}
      </p>
      <Link
        to="/clients/$clientId/findings"
        params={{ clientId: map.clientId }}
        search={{ ask: `${useCase} ${local(tile.modelName)}` }}
        className="justify-self-start text-xs text-info underline"
      >
        {t('inspector.ask_pages')}
      </Link>
      {open === null ? null : (
        <StoredPage
          clientId={map.clientId}
          quote={open}
          providerId={tile.providerId}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

/** The sentence a figure was read from, opened in its stored page. */
function QuoteButton({ quote, onOpen }: { quote: Quote | null; onOpen: (quote: Quote) => void }) {
  const { t } = useTranslation('map');
  if (quote === null) return null;
  return (
    <button
      type="button"
      title={quote.text}
      onClick={() => onOpen(quote)}
      className="text-left text-info underline max-md:min-h-11"
    >
      {quote.pageTitle === '' ? t('page.title') : quote.pageTitle}
    </button>
  );
}

function DriverRow({ driver, onOpen }: { driver: Driver; onOpen: (quote: Quote) => void }) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const local = useLocal();
  const show = (value: number) =>
    value >= 1e6 ? formatTokens(value, language).text : formatCount(value, language);
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="py-1.5 font-normal">
        {local(driver.name)}
        <span className="block text-ink-3">
          {local(driver.unit)} · {t(`inspector.basis.${driver.basis}`)}
          {driver.quote === null && driver.source === null ? null : ' · '}
          {driver.quote !== null ? (
            <QuoteButton quote={driver.quote} onOpen={onOpen} />
          ) : driver.source === null ? null : (
            <SourceLink source={driver.source} />
          )}
        </span>
      </th>
      <td className="py-1.5 pl-2 text-right">{show(driver.value.low)}</td>
      <td className="py-1.5 pl-2 text-right font-semibold">{show(driver.value.mid)}</td>
      <td className="py-1.5 pl-2 text-right">{show(driver.value.high)}</td>
    </tr>
  );
}
