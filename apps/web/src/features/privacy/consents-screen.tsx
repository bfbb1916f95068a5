import { getRouteApi } from '@tanstack/react-router';
import type { Consent } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { ClientSelect } from '@/clients/client-select';
import { usePageTitle } from '@/shell/page-title';
import { Button, buttonLook } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Input } from '@/ui/field';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { exportAddress, useConsents, useLookUp } from './api/consents';
import { ConsentForm } from './components/consent-form';
import { ConsentList } from './components/consent-list';

const route = getRouteApi('/consents');

/** What people of a client agreed to, with proof, withdrawal and history. */
export function ConsentsScreen() {
  const { t } = useTranslation('privacy');
  usePageTitle(t('consents.title'));
  const { client: clientId = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const setClientId = (client: string) =>
    void navigate({ search: client === '' ? {} : { client }, replace: true });
  return (
    <div className="mx-auto grid max-w-[900px] grid-cols-[minmax(0,1fr)] gap-6 px-8 py-8 max-md:px-4">
      <header className="grid gap-1">
        <h1 className="text-2xl font-semibold">{t('consents.title')}</h1>
        <p className="max-w-[68ch] text-ink-2">{t('consents.intro')}</p>
      </header>
      <ClientSelect
        label={t('consents.client')}
        none={t('consents.choose')}
        value={clientId}
        onChange={setClientId}
      />
      {clientId === '' ? (
        <EmptyState title={t('consents.pick')} />
      ) : (
        <ClientConsents key={clientId} clientId={clientId} />
      )}
    </div>
  );
}

function ClientConsents({ clientId }: { clientId: string }) {
  const { t } = useTranslation('privacy');
  const mayWrite = useAllowed('client.write');
  const [history, setHistory] = useState(false);
  const [writing, setWriting] = useState<'new' | Consent | null>(null);
  const [wanted, setWanted] = useState('');
  const list = useConsents(clientId, history);
  const look = useLookUp(clientId);
  const found = look.data;
  const items = found ?? list.data?.pages.flatMap((page) => page.items) ?? [];
  const search = (event: FormEvent) => {
    event.preventDefault();
    if (wanted.trim() === '') look.reset();
    else look.mutate(wanted);
  };
  const done = () => {
    setWriting(null);
    if (found !== undefined) look.mutate(wanted);
  };
  return (
    <>
      <form onSubmit={search} className="flex flex-wrap items-start gap-2">
        <div className="flex-1 basis-56">
          <Field label={t('consents.look_up')}>
            {(ids) => (
              <Input
                {...ids}
                maxLength={254}
                value={wanted}
                onChange={({ target }) => setWanted(target.value)}
              />
            )}
          </Field>
        </div>
        <div className="flex flex-wrap gap-2 md:mt-5">
          <Button type="submit" disabled={look.isPending}>
            {t('consents.look')}
          </Button>
          {found === undefined ? null : (
            <Button type="button" onClick={() => look.reset()}>
              {t('consents.all')}
            </Button>
          )}
          <a download href={exportAddress(clientId)} className={buttonLook({})}>
            {t('consents.export')}
          </a>
          {mayWrite ? (
            <Button type="button" variant="primary" onClick={() => setWriting('new')}>
              {t('consents.add')}
            </Button>
          ) : null}
        </div>
      </form>
      <label className="flex items-center gap-2 text-xs">
        <input
          type="checkbox"
          className="size-4 max-md:size-6"
          checked={history}
          onChange={({ target }) => setHistory(target.checked)}
        />
        {t('consents.history')}
      </label>
      {look.isError ? <ErrorState error={look.error} /> : null}
      {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Skeleton className="h-40" /> : null}
      {list.isSuccess && items.length === 0 ? (
        found === undefined ? (
          <EmptyState title={t('consents.empty')} text={t('consents.empty_text')} />
        ) : (
          <p aria-live="polite">{t('consents.not_found')}</p>
        )
      ) : null}
      <ConsentList items={items} mayWrite={mayWrite} onWithdraw={setWriting} />
      {found === undefined && list.hasNextPage ? (
        <Button onClick={() => void list.fetchNextPage()} disabled={list.isFetchingNextPage}>
          {t('consents.older')}
        </Button>
      ) : null}
      {writing === null ? null : (
        <Dialog
          open
          onClose={() => setWriting(null)}
          title={t(writing === 'new' ? 'consents.add' : 'consents.withdraw')}
          className="md:w-[640px]"
        >
          <ConsentForm clientId={clientId} about={writing === 'new' ? undefined : writing} onDone={done} />
        </Dialog>
      )}
    </>
  );
}
