import type { DealForecast } from '@tokenholic/contracts';
import { formatPercent } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';

/** How good the model was on deals it had not seen, and what came of the coach's advice. */
export function ForecastQuality({ forecast: { quality, effectiveness, basis } }: { forecast: DealForecast }) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const percent = (ratio: number) => formatPercent(ratio, language);
  const share = ({ deals, won }: { deals: number; won: number }) =>
    deals === 0 ? '—' : t('quality.of', { won, count: deals });
  return (
    <div className="grid grid-cols-2 items-start gap-6 max-lg:grid-cols-[minmax(0,1fr)]">
      {quality === null ? null : (
        <section className="grid gap-2">
          <h2 className="font-semibold">{t('quality.title')}</h2>
          <p className="text-ink-2">
            {t(basis === 'model' ? 'quality.better' : 'quality.no_better', {
              brier: quality.brier.toFixed(3),
              base: quality.baseBrier.toFixed(3),
              auc: quality.auc.toFixed(2),
            })}
          </p>
          <table className="text-left">
            <caption className="sr-only">{t('quality.bins')}</caption>
            <thead className="text-xs text-ink-2">
              <tr>
                {['said', 'happened', 'deals'].map((key) => (
                  <th key={key} scope="col" className="py-1 pr-4 font-medium">
                    {t(`quality.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {quality.bins.map((bin) => (
                <tr key={`${bin.said}-${bin.happened}`} className="border-t border-line">
                  <td className="py-1 pr-4">{percent(bin.said)}</td>
                  <td className="py-1 pr-4">{percent(bin.happened)}</td>
                  <td className="py-1 pr-4 text-ink-3">{bin.deals}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <section className="grid gap-2">
        <h2 className="font-semibold">{t('quality.advice')}</h2>
        {effectiveness.length === 0 ? (
          <p className="text-ink-2">{t('quality.no_advice')}</p>
        ) : (
          <table className="text-left">
            <thead className="text-xs text-ink-2">
              <tr>
                <th scope="col" className="py-1 pr-4 font-medium">
                  {t('quality.kind')}
                </th>
                <th scope="col" className="py-1 pr-4 font-medium">
                  {t('quality.followed')}
                </th>
                <th scope="col" className="py-1 font-medium">
                  {t('quality.dismissed')}
                </th>
              </tr>
            </thead>
            <tbody>
              {effectiveness.map(({ kind, done, dismissed }) => (
                <tr key={kind} className="border-t border-line">
                  <td className="py-1 pr-4">{t(`advice.${kind}`)}</td>
                  <td className="py-1 pr-4">{share(done)}</td>
                  <td className="py-1">{share(dismissed)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </div>
  );
}
