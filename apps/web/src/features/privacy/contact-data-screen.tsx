import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ContactTraces } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '@/shell/page-title';
import { Button, buttonLook } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorState, Skeleton } from '@/ui/states';
import { toast } from '@/ui/toast';
import { exportOf, useEraseContact, useTraces, type WhichContact } from './api/contacts';
import { ContactEraseForm } from './components/contact-erase-form';
import { Section } from './components/section';
import { TraceTable } from './components/trace-table';

const route = getRouteApi('/settings/privacy/contacts/$clientId/$contactId');

/** Everything known of one contact: where it stands, as an archive, and its erasure. */
export function ContactDataScreen() {
  const which = route.useParams();
  const traces = useTraces(which);
  return (
    <div className="mx-auto grid max-w-[900px] grid-cols-[minmax(0,1fr)] gap-8 px-8 py-8 max-md:px-4">
      {traces.isError ? <ErrorState error={traces.error} onRetry={() => void traces.refetch()} /> : null}
      {traces.isPending ? <Skeleton className="h-64" /> : null}
      {traces.data === undefined ? null : <Traces which={which} traces={traces.data} />}
    </div>
  );
}

function Traces({ which, traces }: { which: WhichContact; traces: ContactTraces }) {
  const { t } = useTranslation('privacy');
  const { name, nameShared, files } = traces;
  usePageTitle(t('contact.title', { name }));
  const navigate = useNavigate();
  const [erasing, setErasing] = useState(false);
  const erase = useEraseContact(which);
  const done = () => {
    toast.success(t('contact.done'));
    void navigate({ to: '/settings/privacy' });
  };
  return (
    <>
      <header className="grid gap-2">
        <p className="flex flex-wrap gap-4 text-xs text-ink-2">
          <Link to="/settings/privacy" className="underline">
            {t('contact.page')}
          </Link>
          <Link to="/contacts/$contactId" params={{ contactId: which.contactId }} className="underline">
            {t('contact.back')}
          </Link>
        </p>
        <h1 className="text-2xl font-semibold">{t('contact.title', { name })}</h1>
        <p className="max-w-[68ch] text-ink-2">{t('contact.intro')}</p>
        <p className="flex flex-wrap gap-2 pt-1">
          <a href={exportOf(which)} download className={buttonLook({})}>
            {t('contact.export')}
          </a>
          <Button variant="danger" onClick={() => setErasing(true)}>
            {t('contact.erase')}
          </Button>
        </p>
        {nameShared ? <p className="max-w-[68ch] text-warn">{t('contact.shared')}</p> : null}
      </header>
      <Section title={t('contact.where')} text={t('contact.where_text')}>
        <TraceTable stores={traces.stores} />
      </Section>
      <Section title={t('contact.files')} text={t('contact.files_text')}>
        {files.length === 0 ? <p className="text-ink-3">{t('contact.no_files')}</p> : null}
        <ul className="grid divide-y divide-line rounded-card border border-line bg-surface px-4 empty:hidden">
          {files.map((file) => (
            <li
              key={`${file.store} ${file.id}`}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-3"
            >
              <span className="min-w-0 flex-1 basis-56 break-words">{file.name}</span>
              <span className="text-xs text-ink-2">
                {t(`contact.store.${file.store}`)} ·{' '}
                {t(file.rewritable ? 'contact.rewritten' : 'contact.whole')}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Dialog open={erasing} onClose={() => setErasing(false)} title={t('erase_one', { name })}>
        <ContactEraseForm
          name={name}
          hasFiles={files.length > 0}
          pending={erase.isPending}
          error={erase.error}
          onCancel={() => setErasing(false)}
          onErase={(command) => erase.mutate(command, { onSuccess: done })}
        />
      </Dialog>
    </>
  );
}
