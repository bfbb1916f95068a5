import { Link } from '@tanstack/react-router';
import type { MailReport, UnfiledMail } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button } from '@/ui/button';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { useDiscardMail, useImportMail, useSettleMail, useUnfiled } from '../api/files';
import { useSaying } from '../model/use-saying';
import { DealPicker } from './deal-picker';
import { MailboxCard } from './mailbox-card';

/** E-mails come in here; those that fit no deal wait until their owner says where they belong. */
export function MailScreen() {
  const { t } = useTranslation('deals');
  usePageTitle(t('mails.title'));
  const waiting = useUnfiled();
  const bring = useImportMail();
  const input = useRef<HTMLInputElement>(null);
  const [report, setReport] = useState<MailReport | null>(null);
  const items = waiting.data?.items ?? [];
  return (
    <div className="mx-auto grid max-w-[960px] grid-cols-[minmax(0,1fr)] gap-5 px-6 py-6 max-md:px-4 max-md:py-5">
      <header className="flex flex-wrap items-end gap-3">
        <div className="grid flex-1 gap-1 max-md:basis-full">
          <Link to="/deals" className="justify-self-start text-xs text-ink-2 underline">
            {t('title')}
          </Link>
          <h1 className="text-2xl font-semibold">{t('mails.title')}</h1>
          <p className="max-w-[70ch] text-ink-2">{t('mails.how')}</p>
        </div>
        <input
          ref={input}
          type="file"
          accept=".eml,.mbox,message/rfc822"
          className="sr-only"
          tabIndex={-1}
          aria-label={t('mails.upload')}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) bring.mutate(file, { onSuccess: setReport });
            target.value = '';
          }}
        />
        <Button variant="primary" disabled={bring.isPending} onClick={() => input.current?.click()}>
          <Upload className="size-4" /> {t(bring.isPending ? 'mails.reading' : 'mails.upload')}
        </Button>
      </header>
      {bring.isError ? <ErrorState error={bring.error} /> : null}
      <MailboxCard onReport={setReport} />
      {report === null ? null : <Report report={report} />}
      <section className="grid gap-3">
        <h2 className="font-semibold">{t('mails.waiting', { count: items.length })}</h2>
        {waiting.isPending ? <Skeleton className="h-40" /> : null}
        {waiting.isError ? <ErrorState error={waiting.error} onRetry={() => void waiting.refetch()} /> : null}
        {waiting.isSuccess && items.length === 0 ? (
          <EmptyState title={t('mails.none')} text={t('mails.none_text')} />
        ) : null}
        <ul className="grid gap-2">
          {items.map((mail) => (
            <li key={mail.id}>
              <Waiting mail={mail} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Report({ report: { filed, unfiled, duplicates, problems } }: { report: MailReport }) {
  const { t } = useTranslation('deals');
  const local = useLocal();
  return (
    <section aria-live="polite" className="grid gap-2 rounded-card border border-line bg-surface p-4">
      <h2 className="font-semibold">{t('mails.report', { filed: filed.length, unfiled, duplicates })}</h2>
      <ul className="grid gap-1">
        {filed.slice(0, 20).map(({ subject, deal, why, files }) => (
          <li key={`${deal.id}${subject}`}>
            {subject} →{' '}
            <Link to="/deals/$dealId" params={{ dealId: deal.id }} className="underline">
              {deal.title}
            </Link>{' '}
            <span className="text-xs text-ink-2">
              {local(why)}
              {files === 0 ? '' : ` · ${t('mails.files', { count: files })}`}
            </span>
          </li>
        ))}
        {problems.map((problem) => (
          <li key={problem.en} className="text-warn">
            {local(problem)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waiting({ mail }: { mail: UnfiledMail }) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const local = useLocal();
  const settle = useSettleMail();
  const discard = useDiscardMail();
  const sayError = useSaying();
  return (
    <article className="grid gap-2 rounded-card border border-line bg-surface p-4">
      <header className="flex flex-wrap items-baseline gap-x-3">
        <h3 className="font-semibold break-words">{mail.subject || t('mails.no_subject')}</h3>
        <span className="text-xs text-ink-3">
          {mail.from} → {mail.to} · {formatDateTime(mail.sentAt, language)}
        </span>
      </header>
      <p className="line-clamp-4 whitespace-pre-wrap text-ink-2">{mail.text}</p>
      <p className="text-xs text-warn">{local(mail.why)}</p>
      <div className="flex flex-wrap items-center gap-2">
        <DealPicker
          label={t('mails.choose')}
          candidates={mail.candidates}
          onChoose={(dealId) => settle.mutate({ mailId: mail.id, dealId }, { onError: sayError })}
        />
        <Button
          variant="ghost"
          disabled={discard.isPending}
          onClick={() => discard.mutate(mail.id, { onError: sayError })}
        >
          {t('mails.discard')}
        </Button>
      </div>
    </article>
  );
}
