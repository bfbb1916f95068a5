import type { PracticePoint } from '@tokenholic/contracts';
import { formatPercent } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Points } from './points';

/** One criterion: points, why, the seller's own words, and a better wording. */
export function CriterionCard({ point }: { point: PracticePoint }) {
  const { t } = useTranslation('roleplay');
  const language = useLanguage();
  const local = useLocal();
  return (
    <li>
      <details className="group rounded-control border border-line">
        <summary className="flex cursor-pointer items-center justify-between gap-3 px-3 py-2 max-md:min-h-11">
          <span className="font-medium">
            {t(`criterion.${point.criterion}`)}{' '}
            <span className="text-xs font-normal text-ink-3">{formatPercent(point.weight, language)}</span>
          </span>
          <Points points={point.points} />
        </summary>
        <div className="grid gap-2 border-t border-line px-3 py-2">
          <p>{local(point.reason)}</p>
          {point.evidence.map(({ turn, quote, good }) => (
            <p key={`${turn}${quote}`} className="text-xs text-ink-2">
              <a className="underline" href={`#turn-${turn}`}>
                {t(good ? 'quote.good' : 'quote.bad')}
              </a>{' '}
              “{quote}”
            </p>
          ))}
          {point.evidence.length === 0 ? <p className="text-xs text-ink-3">{t('quote.none')}</p> : null}
          {point.better === null ? null : (
            <p className="border-l-2 border-mark pl-2">
              <span className="text-xs font-medium text-ink-2">{t('better')}</span> {local(point.better)}
            </p>
          )}
        </div>
      </details>
    </li>
  );
}
