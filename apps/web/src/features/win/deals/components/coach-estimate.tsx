import type { DealCoach } from '@tokenholic/contracts';
import { formatPercent } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';

/** The chance with its range, where it comes from, and what moves it. */
export function CoachEstimate({ coach: { estimate, drivers } }: { coach: DealCoach }) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const local = useLocal();
  const { probability, low, high, basis, closedDeals, neededDeals } = estimate;
  const percent = (ratio: number) => formatPercent(ratio, language);
  if (probability === low && low === high) return null;
  return (
    <div className="grid content-start gap-3">
      <div className="grid gap-1">
        <p className="text-xs text-ink-2">{t('coach.chance')}</p>
        <p className="text-kpi font-semibold">{percent(probability)}</p>
        <div aria-hidden className="relative h-2 rounded-full bg-sunken">
          <span
            className="absolute inset-y-0 rounded-full bg-line-strong"
            style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }}
          />
          <span
            className="absolute inset-y-[-2px] w-[3px] rounded-full bg-ink"
            style={{ left: `calc(${probability * 100}% - 1px)` }}
          />
        </div>
        <p className="text-xs text-ink-2">
          {t(basis === 'prior' ? 'coach.range_prior' : 'coach.range', {
            low: percent(low),
            high: percent(high),
          })}
        </p>
      </div>
      <p className={`text-xs ${basis === 'model' ? 'text-ink-2' : 'text-warn'}`}>
        {t(`coach.basis.${basis}`, { count: closedDeals, needed: neededDeals })}
      </p>
      {drivers.length === 0 ? null : (
        <div className="grid gap-1">
          <h3 className="text-xs font-medium text-ink-2">{t('coach.drivers')}</h3>
          <ul className="grid gap-0.5">
            {drivers.map(({ text, points }) => (
              <li key={text.en} className="flex items-baseline justify-between gap-2 text-xs">
                <span>{local(text)}</span>
                <span className={points < 0 ? 'text-danger' : 'text-ok'}>
                  {points < 0 ? '−' : '+'}
                  {t('coach.points', { count: Math.round(Math.abs(points) * 100) })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
