import type { Client } from '@tokenholic/contracts';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClients } from '@/clients/use-clients';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Input } from '@/ui/field';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useEraseClient, useExport } from '../api/privacy';
import { EraseForm } from './erase-form';
import { HeldBack } from './held-back';
import { Section } from './section';

/** Clients, each with its export and its erasure. */
export function ClientData() {
  const { t } = useTranslation('privacy');
  const { t: shell } = useTranslation();
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim());
  const { data, isPending, error, refetch } = useClients(wanted);
  return (
    <Section title={t('clients.title')} text={t('clients.text')}>
      {isPending ? <Skeleton className="h-40" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      <Field label={shell('client_select.search')} hideLabel>
        {(ids) => (
          <Input
            {...ids}
            type="search"
            maxLength={120}
            placeholder={shell('client_select.search')}
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
        )}
      </Field>
      {data?.items.length === 0 ? (
        <EmptyState title={wanted === '' ? t('clients.empty') : shell('client_select.nothing')} />
      ) : null}
      <ul className="grid divide-y divide-line rounded-card border border-line bg-surface px-4 empty:hidden">
        {(data?.items ?? []).map((client) => (
          <ClientLine key={client.id} client={client} />
        ))}
      </ul>
      {(data?.nextCursor ?? null) === null ? null : (
        <p className="text-xs text-ink-3">
          {shell('client_select.more', { count: data?.items.length ?? 0 })}
        </p>
      )}
    </Section>
  );
}

function ClientLine({ client: { id, name } }: { client: Client }) {
  const { t } = useTranslation('privacy');
  const [erasing, setErasing] = useState(false);
  const erase = useEraseClient(id);
  const take = useExport(`/api/clients/${id}/privacy/export`);
  const done = () => {
    setErasing(false);
    toast.success(t('erase.done'));
  };
  return (
    <li className="flex flex-wrap items-center gap-2 py-3">
      <span className="flex-1 basis-40 font-medium">{name}</span>
      <Button
        size="small"
        aria-label={t('export_one', { name })}
        disabled={take.isPending}
        onClick={() => take.mutate()}
      >
        {t('export')}
      </Button>
      <Button
        size="small"
        variant="danger"
        aria-label={t('erase_one', { name })}
        onClick={() => setErasing(true)}
      >
        {t('erase.short')}
      </Button>
      {take.isError ? <HeldBack error={take.error} /> : null}
      <Dialog open={erasing} onClose={() => setErasing(false)} title={t('erase_one', { name })}>
        <EraseForm
          name={name}
          warning={t('erase.warning', { name })}
          pending={erase.isPending}
          error={erase.error}
          onCancel={() => setErasing(false)}
          onErase={(typed) => erase.mutate(typed, { onSuccess: done })}
        />
      </Dialog>
    </li>
  );
}
