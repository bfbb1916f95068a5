import type { OutboxMail } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button } from '@/ui/button';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { useOutbox } from './api/account';

/** Mail of this installation: to be read here while no mail server is configured. */
export function OutboxScreen() {
  const { t } = useTranslation('account');
  usePageTitle(t('outbox.title'));
  const { data, isPending, error, refetch, hasNextPage, fetchNextPage } = useOutbox();
  const mails = data?.pages.flatMap(({ items }) => items) ?? [];
  const delivers = data?.pages[0]?.delivers;
  return (
    <div className="mx-auto grid max-w-[900px] gap-6 px-8 py-8 max-md:px-4">
      <header className="grid gap-1">
        <h1 className="text-2xl font-semibold">{t('outbox.title')}</h1>
        {delivers === undefined ? null : (
          <p className="max-w-[68ch] text-ink-2">{t(delivers ? 'outbox.delivers' : 'outbox.waits')}</p>
        )}
      </header>
      {isPending ? <Skeleton className="h-64" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && mails.length === 0 ? (
        <EmptyState title={t('outbox.empty')} text={t('outbox.empty_text')} />
      ) : null}
      <ul className="grid gap-2">
        {mails.map((mail) => (
          <MailItem key={mail.id} mail={mail} />
        ))}
      </ul>
      {hasNextPage ? (
        <div>
          <Button onClick={() => void fetchNextPage()}>{t('outbox.more')}</Button>
        </div>
      ) : null}
    </div>
  );
}

function MailItem({ mail }: { mail: OutboxMail }) {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li>
      <details className="rounded-card border border-line bg-surface p-4">
        <summary className="cursor-pointer">
          <span className="font-medium">{mail.subject}</span>
          <span className="block text-xs break-all text-ink-3">
            {mail.to} · {time.format(new Date(mail.createdAt))} · {t(`outbox.${mail.status}`)}
          </span>
        </summary>
        {mail.error === null ? null : <p className="mt-3 text-danger">{mail.error}</p>}
        {mail.body === null ? (
          <p className="mt-3 text-ink-2">{t('outbox.gone')}</p>
        ) : (
          <MailBody text={mail.body} />
        )}
      </details>
    </li>
  );
}

/** A mail's text with its link to press. */
function MailBody({ text }: { text: string }) {
  return (
    <p className="mt-3 break-words whitespace-pre-wrap text-ink-2">
      {text.split(/(https?:\/\/\S+)/).map((part, index) =>
        /^https?:\/\//.test(part) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
          <a key={index} href={part} className="break-all text-info underline underline-offset-2">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}
