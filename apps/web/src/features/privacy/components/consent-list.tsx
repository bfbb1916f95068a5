import type { Consent } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';

interface ConsentListProps {
  items: readonly Consent[];
  mayWrite: boolean;
  onWithdraw: (consent: Consent) => void;
}

/** Decisions, each with what it is for, whether it counts, and what shows it. */
export function ConsentList({ items, mayWrite, onWithdraw }: ConsentListProps) {
  const { t } = useTranslation('privacy');
  const language = useLanguage();
  const stateOf = (one: Consent) => {
    if (one.superseded) return t('consents.replaced');
    if (one.decision === 'withdrawn') return t('consents.withdrawn');
    return t(one.counts ? 'consents.counts' : 'consents.expired');
  };
  return (
    <ul className="grid divide-y divide-line rounded-card border border-line bg-surface px-4 empty:hidden">
      {items.map((one) => (
        <li key={one.id} className="grid gap-1 py-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 flex-1 basis-48 font-medium break-all">
              {one.address === '' ? t('consents.erased') : one.address}
            </span>
            <span>{t(`consents.purposes.${one.purpose}`)}</span>
            <span className={one.counts ? 'font-medium text-ok' : 'text-ink-3'}>{stateOf(one)}</span>
            {mayWrite && one.counts ? (
              <Button
                size="small"
                aria-label={t('consents.withdraw_one', {
                  address: one.address,
                  purpose: t(`consents.purposes.${one.purpose}`),
                })}
                onClick={() => onWithdraw(one)}
              >
                {t('consents.withdraw')}
              </Button>
            ) : null}
          </p>
          <p className="text-xs text-ink-3">
            {t('consents.from', {
              date: formatDate(one.decidedAt, language),
              source: t(`consents.sources.${one.source}`),
            })}
            {one.expiresAt === null
              ? null
              : ` · ${t('consents.until', { date: formatDate(one.expiresAt, language) })}`}
          </p>
          <p className="text-xs break-words text-ink-2">{one.proof}</p>
        </li>
      ))}
    </ul>
  );
}
