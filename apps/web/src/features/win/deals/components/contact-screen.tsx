import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { formatDateTime } from '@tokenholic/presentation';
import { Pencil, ShieldCheck, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { useLanguage } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button, buttonLook } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { type ContactPage, useChangeContact, useContact, useRemoveContact } from '../api/contacts';
import { useSaying } from '../model/use-saying';
import { useFields, useStages } from '../model/use-stages';
import { ActivityIcon } from './activity-icon';
import { ContactDialog } from './contact-dialog';
import { CustomFacts } from './custom-facts';
import { PersonaLink } from './persona-link';

const route = getRouteApi('/contacts/$contactId');

export function ContactRoute() {
  const { contactId } = route.useParams();
  const page = useContact(contactId);
  if (page.isError)
    return (
      <div className="p-6">
        <ErrorState error={page.error} onRetry={() => void page.refetch()} />
      </div>
    );
  if (page.isPending)
    return (
      <div className="grid gap-4 p-6">
        <Skeleton className="h-10 w-80 max-w-full" />
        <Skeleton className="h-64" />
      </div>
    );
  return <ContactScreen key={contactId} page={page.data} />;
}

/** One person: how to reach them, what they decide on, what was said with them. */
function ContactScreen({ page: { contact, deals, said } }: { page: ContactPage }) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const { nameOf } = useStages();
  usePageTitle(contact.name);
  const own = useFields('contact');
  const ways = [
    [t('contact.email'), contact.email],
    [t('contact.phone'), contact.phone],
    [t('contact.notes'), contact.notes],
  ].filter(([, value]) => value !== '');
  return (
    <div className="mx-auto grid max-w-[960px] grid-cols-[minmax(0,1fr)] gap-6 px-6 py-6 max-md:px-4 max-md:py-5">
      <header className="flex flex-wrap items-end gap-3">
        <div className="grid flex-1 gap-1 max-md:basis-full">
          <Link
            to="/deals"
            search={{ client: contact.clientId }}
            className="justify-self-start text-xs text-ink-2 underline"
          >
            {contact.clientName}
          </Link>
          <h1 className="text-2xl font-semibold">{contact.name}</h1>
          <p className="text-ink-2">{contact.title}</p>
        </div>
        <ContactActions contact={contact} />
      </header>
      {ways.length === 0 && own.length === 0 ? null : (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
          {ways.map(([label, value]) => (
            <div key={label} className="contents">
              <dt className="text-ink-3">{label}</dt>
              <dd className="break-words whitespace-pre-wrap">{value}</dd>
            </div>
          ))}
          <CustomFacts of="contact" values={contact.custom} />
        </dl>
      )}
      <PersonaLink contactId={contact.id} />
      <section className="grid gap-2">
        <h2 className="font-semibold">{t('contact.deals')}</h2>
        {deals.length === 0 ? <p className="text-ink-2">{t('contact.no_deals')}</p> : null}
        <ul className="grid gap-1">
          {deals.map((deal) => (
            <li key={deal.id} className="flex flex-wrap items-center gap-2">
              <Link to="/deals/$dealId" params={{ dealId: deal.id }} className="font-semibold underline">
                {deal.title}
              </Link>
              <span className="text-xs text-ink-2">
                {nameOf(deal.stage)} · {t(`role.${deal.role}`)}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section className="grid gap-2">
        <h2 className="font-semibold">{t('contact.said')}</h2>
        {said.length === 0 ? <EmptyState title={t('moments.none')} /> : null}
        <ol className="grid gap-2">
          {said.map((one) => (
            <li
              key={one.id}
              id={`activity-${one.id}`}
              className="grid gap-1 rounded-card border border-line bg-surface p-3"
            >
              <p className="flex flex-wrap items-center gap-2">
                <ActivityIcon kind={one.kind} />
                <span className="font-semibold">{one.subject}</span>
                <span className="text-xs text-ink-3">
                  {formatDateTime(one.at, language)} · {t(`direction.${one.direction}`)}
                </span>
              </p>
              {one.text === '' ? null : <p className="whitespace-pre-wrap">{one.text}</p>}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function ContactActions({ contact }: { contact: ContactPage['contact'] }) {
  const { t } = useTranslation('deals');
  const { t: shell } = useTranslation('shell');
  const allowed = useAllowed('deal.write');
  const manages = useAllowed('privacy.manage');
  const navigate = useNavigate();
  const sayError = useSaying();
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const change = useChangeContact(contact.id);
  const remove = useRemoveContact(contact.id);
  const close = () => setOpen(null);
  if (!allowed) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {manages ? (
        <Link
          to="/settings/privacy/contacts/$clientId/$contactId"
          params={{ clientId: contact.clientId, contactId: contact.id }}
          className={buttonLook({})}
        >
          <ShieldCheck aria-hidden className="size-4" /> {t('contact.privacy')}
        </Link>
      ) : null}
      <Button onClick={() => setOpen('edit')}>
        <Pencil className="size-4" /> {t('new.edit_short')}
      </Button>
      <Button variant="danger" onClick={() => setOpen('remove')}>
        <Trash2 className="size-4" /> {t('contact.remove')}
      </Button>
      {open === 'edit' ? (
        <ContactDialog
          title={t('contact.edit')}
          contact={contact}
          busy={change.isPending}
          error={change.error}
          onClose={close}
          onSave={(fields) => change.mutate({ ...fields, revision: contact.revision }, { onSuccess: close })}
        />
      ) : null}
      {open === 'remove' ? (
        <Dialog open onClose={close} title={t('contact.remove_title', { name: contact.name })}>
          <p>{t('contact.remove_text')}</p>
          <p className="text-ink-2">
            {t(manages ? 'contact.remove_everywhere' : 'contact.remove_everywhere_ask')}
          </p>
          <div className="flex gap-2">
            <Button
              variant="danger"
              disabled={remove.isPending}
              onClick={() =>
                remove.mutate(undefined, {
                  onSuccess: () => navigate({ to: '/deals', search: { client: contact.clientId } }),
                  onError: sayError,
                })
              }
            >
              {t('contact.remove')}
            </Button>
            <Button onClick={close}>{shell('action.cancel')}</Button>
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}
