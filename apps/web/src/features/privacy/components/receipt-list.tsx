import type { ErasureReceipt } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { ErrorState, Skeleton } from '@/ui/states';
import { useReceipts } from '../api/privacy';
import { Section } from './section';

/** What was erased: which stores, how much, and whether it has settled. */
export function ReceiptList() {
  const { t } = useTranslation('privacy');
  const { data, isPending, error, refetch } = useReceipts();
  return (
    <Section title={t('receipts.title')} text={t('receipts.text')}>
      {isPending ? <Skeleton className="h-16" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 ? <p className="text-ink-3">{t('receipts.empty')}</p> : null}
      <ul className="grid gap-2 empty:hidden">
        {(data ?? []).map((receipt) => (
          <Receipt key={receipt.id} receipt={receipt} />
        ))}
      </ul>
    </Section>
  );
}

function Receipt({ receipt }: { receipt: ErasureReceipt }) {
  const { t } = useTranslation('privacy');
  const language = useLanguage();
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const { stores, auditSeal } = receipt;
  const total = stores.reduce((sum, { erased }) => sum + (erased ?? 0), 0);
  return (
    <li>
      <details className="rounded-card border border-line bg-surface p-4">
        <summary className="cursor-pointer">
          <span className="font-medium">{t(`receipts.${receipt.subject.kind}`)}</span>{' '}
          <code className="text-xs break-all text-ink-3">{receipt.subject.id}</code>
          <span className="block text-xs text-ink-3">
            {time.format(new Date(receipt.requestedAt))} · {t('receipts.total', { count: total })} ·{' '}
            {t(receipt.settledAt === null ? 'receipts.settling' : 'receipts.settled')}
          </span>
        </summary>
        <ul className="mt-3 grid gap-x-6 gap-y-1 text-xs md:grid-cols-2">
          {stores.map(({ kind, name, erased }) => (
            <li key={`${kind} ${name}`} className="flex justify-between gap-3">
              <code className="break-all">{name}</code>
              <span className="tabular-nums text-ink-2">{erased ?? t('receipts.cleared')}</span>
            </li>
          ))}
        </ul>
        {auditSeal === null ? null : (
          <p className="mt-3 text-xs break-all text-ink-3">
            {t('receipts.seal', { count: auditSeal.entries, seal: auditSeal.seal })}
          </p>
        )}
      </details>
    </li>
  );
}
