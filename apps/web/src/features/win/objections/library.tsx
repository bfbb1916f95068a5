import type { LibraryReply, Objection } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { Button } from '@/ui/button';
import { Input } from '@/ui/field';
import { ErrorState, Skeleton } from '@/ui/states';
import { type ObjectionActions, useLibrary } from './objections-api';
import { Success } from './success';

interface LibraryProps {
  objection: Objection | null;
  actions: ObjectionActions;
  onUsed: (objection: Objection) => void;
  onError: (failure: unknown) => void;
}

/** What colleagues say, the replies that worked most often first; those that wait are for who may approve. */
export function Library({ objection, actions, onUsed, onError }: LibraryProps) {
  const { t } = useTranslation('objections');
  const { data, isPending, error, refetch } = useLibrary();
  const mayApprove = useAllowed('client.assign');
  const items = (data?.items ?? []).filter(
    ({ category, language }) =>
      objection === null || (category === objection.category && language === objection.language),
  );
  const use = (reply: LibraryReply) => {
    if (objection === null) return;
    void navigator.clipboard.writeText(reply.text);
    actions.answer.mutate(
      { id: objection.id, sent: reply.text, libraryReplyId: reply.id },
      { onSuccess: onUsed, onError },
    );
  };
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-card border border-line bg-surface p-5 max-md:p-4">
      <h2 className="text-lg font-semibold">{t('library')}</h2>
      {isPending ? <Skeleton className="h-24" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && items.length === 0 ? <p className="text-ink-3">{t('library_empty')}</p> : null}
      <ul className="grid gap-3">
        {items.map((reply) => (
          <li key={reply.id} className="grid gap-1 border-t border-line pt-3 first:border-0 first:pt-0">
            <p className="text-xs text-ink-3">
              {t(`kind.${reply.category}`)} · {reply.proposedBy}
              {reply.status === 'proposed' ? ` · ${t('waiting')}` : ''}
              {reply.status === 'rejected' ? ` · ${t('rejected', { by: reply.decidedBy ?? '' })}` : ''}
            </p>
            {(reply.reason ?? '') === '' ? null : (
              <p className="text-xs text-ink-2">{t('because', { reason: reply.reason })}</p>
            )}
            <Success reply={reply} />
            <p lang={reply.language}>{reply.text}</p>
            {reply.status === 'approved' ? (
              <Button
                size="small"
                className="justify-self-start"
                disabled={objection === null}
                onClick={() => use(reply)}
              >
                {t('use')}
              </Button>
            ) : reply.status === 'proposed' && reply.mine ? (
              <p className="text-xs text-ink-3">{t('mine_waits')}</p>
            ) : mayApprove && reply.status === 'proposed' ? (
              <Decide reply={reply} actions={actions} onError={onError} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decide({
  reply,
  actions,
  onError,
}: {
  reply: LibraryReply;
  actions: ObjectionActions;
  onError: (failure: unknown) => void;
}) {
  const { t } = useTranslation('objections');
  const [reason, setReason] = useState('');
  const decide = (status: 'approved' | 'rejected') =>
    actions.decide.mutate({ id: reply.id, status, reason }, { onError });
  return (
    <div className="flex flex-wrap gap-2">
      <Input
        aria-label={t('reason')}
        placeholder={t('reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        className="min-w-40 flex-1"
      />
      <Button size="small" variant="primary" onClick={() => decide('approved')}>
        {t('approve')}
      </Button>
      <Button size="small" onClick={() => decide('rejected')}>
        {t('reject')}
      </Button>
    </div>
  );
}
