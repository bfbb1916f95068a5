import type { ErasureReceipt } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
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
  const total = stores.reduce((sum, { erased, done }) => sum + (done === 'kept' ? 0 : (erased ?? 0)), 0);
  const kind = receipt.subject.clientId === null ? receipt.subject.kind : 'contact';
  return (
    <li>
      <details className="rounded-card border border-line bg-surface p-4">
        <summary className="cursor-pointer">
          <span className="font-medium">{t(`receipts.${kind}`)}</span>{' '}
          <code className="text-xs break-all text-ink-3">{receipt.subject.id}</code>
          <span className="block text-xs text-ink-3">
            {time.format(new Date(receipt.requestedAt))} · {t('receipts.total', { count: total })} ·{' '}
            {t(receipt.settledAt === null ? 'receipts.settling' : 'receipts.settled')}
          </span>
        </summary>
        <ul className="mt-3 grid gap-x-6 gap-y-1 text-xs md:grid-cols-2">
          {stores.map((store) => (
            <StoreLine key={`${store.kind} ${store.name} ${store.done ?? ''}`} store={store} />
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

/** One store: what was done there, to how much, and why something stays. */
function StoreLine({ store: { name, erased, done, why } }: { store: ErasureReceipt['stores'][number] }) {
  const { t } = useTranslation('privacy');
  const local = useLocal();
  return (
    <li className="grid gap-0.5">
      <span className="flex justify-between gap-3">
        <code className="break-all">{name}</code>
        <span className="shrink-0 tabular-nums text-ink-2">
          {done === undefined ? null : `${t(`done.${done}`)} · `}
          {erased ?? t('receipts.cleared')}
        </span>
      </span>
      {why === undefined ? null : <span className="text-ink-3">{local(why)}</span>}
    </li>
  );
}
