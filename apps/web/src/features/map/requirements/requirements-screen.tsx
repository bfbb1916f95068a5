import { Link, useParams } from '@tanstack/react-router';
import { formatDateTime } from '@tokenholic/presentation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useAllowed } from '@/api/session';
import { useLanguage, useLocal } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button } from '@/ui/button';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { toast } from '@/ui/toast';
import { DraftPanel } from './draft-panel';
import { useDraftActions, useDrafts } from './requirements-api';
import { SendDialog } from './send-dialog';

export function RequirementsRoute() {
  return <RequirementsScreen clientId={useParams({ from: '/clients/$clientId/requirements' }).clientId} />;
}

/** What a client needs: drafted from research, sent by link, confirmed and corrected by the client. */
function RequirementsScreen({ clientId }: { clientId: string }) {
  const { t } = useTranslation('requirements');
  const local = useLocal();
  const language = useLanguage();
  usePageTitle(t('title'));
  const mayWrite = useAllowed('client.write');
  const { data, isPending, error, refetch } = useDrafts(clientId);
  const actions = useDraftActions(clientId);
  const [chosen, setChosen] = useState<string | null>(null);
  // Held here: the panel begins anew when its draft has gone out, the link must stay in sight.
  const [sending, setSending] = useState<string | null>(null);
  const drafts = data?.items ?? [];
  const shown = drafts.find(({ id }) => id === chosen) ?? drafts[0];
  const create = () =>
    actions.create.mutate(language, {
      onSuccess: ({ id }) => setChosen(id),
      onError: (failure) => failure instanceof ApiError && toast.error(local(failure.text)),
    });
  const createButton = (
    <Button variant="primary" disabled={!mayWrite || actions.create.isPending} onClick={create}>
      {t('create')}
    </Button>
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 px-8 py-6 max-md:px-4">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <nav className="flex flex-wrap gap-x-4 text-ink-2" aria-label={t('title')}>
            <Link to="/clients/$clientId/map" params={{ clientId }} className="hover:underline">
              ← {t('to_map')}
            </Link>
            <Link to="/clients/$clientId/profile" params={{ clientId }} className="hover:underline">
              {t('to_profile')}
            </Link>
          </nav>
          <h1 className="text-2xl font-semibold">{t('title')}</h1>
          <p className="max-w-[68ch] text-ink-2">{t('intro')}</p>
        </div>
        {drafts.length === 0 ? null : createButton}
      </header>
      {isPending ? <Skeleton className="h-96" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && shown === undefined ? (
        <EmptyState title={t('empty')} text={t('empty_text')}>
          {createButton}
        </EmptyState>
      ) : null}
      {drafts.length < 2 ? null : (
        <ul className="flex flex-wrap gap-2" aria-label={t('drafts')}>
          {drafts.map((draft) => (
            <li key={draft.id}>
              <button
                type="button"
                aria-pressed={draft.id === shown?.id}
                onClick={() => setChosen(draft.id)}
                className="rounded-control border border-line bg-surface px-3 py-1.5 text-ink-2 aria-pressed:border-ink aria-pressed:font-medium aria-pressed:text-ink max-md:min-h-11"
              >
                {t(`status.${draft.status}`)} · {formatDateTime(draft.createdAt, language)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {shown === undefined ? null : (
        <DraftPanel
          key={`${shown.id}-${shown.status}`}
          draft={shown}
          mayWrite={mayWrite}
          actions={actions}
          onSend={() => setSending(shown.id)}
        />
      )}
      {sending === null ? null : (
        <SendDialog draftId={sending} actions={actions} onClose={() => setSending(null)} />
      )}
    </div>
  );
}
