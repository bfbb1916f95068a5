import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientSelect } from '@/clients/client-select';
import { buttonLook } from '@/ui/button';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { useContactsOf } from '../api/contacts';
import { Section } from './section';

/** Contacts of a client, each with the way to everything known of the person. */
export function ContactPeople() {
  const { t } = useTranslation('privacy');
  const [clientId, setClientId] = useState('');
  const contacts = useContactsOf(clientId);
  return (
    <Section title={t('people.title')} text={t('people.text')}>
      <ClientSelect
        label={t('people.client')}
        none={t('people.choose')}
        value={clientId}
        onChange={setClientId}
      />
      {contacts.isLoading ? <Skeleton className="h-24" /> : null}
      {contacts.isError ? (
        <ErrorState error={contacts.error} onRetry={() => void contacts.refetch()} />
      ) : null}
      {contacts.data?.items.length === 0 ? <EmptyState title={t('people.empty')} /> : null}
      <ul className="grid divide-y divide-line rounded-card border border-line bg-surface px-4 empty:hidden">
        {(contacts.data?.items ?? []).map(({ id, name, title }) => (
          <li key={id} className="flex flex-wrap items-center gap-2 py-3">
            <span className="flex-1 basis-40">
              <span className="font-medium">{name}</span> <span className="text-xs text-ink-3">{title}</span>
            </span>
            <Link
              to="/settings/privacy/contacts/$clientId/$contactId"
              params={{ clientId, contactId: id }}
              aria-label={`${t('people.open')} ${name}`}
              className={buttonLook({ size: 'small' })}
            >
              {t('people.open')}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
