import type { AuditEntry } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { useLanguage } from '@/i18n';
import { useAuditNames } from '@/i18n/audit-names';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Input } from '@/ui/field';
import { ErrorState, Skeleton } from '@/ui/states';
import { useAudit, useVerification } from '../api/audit';

/** Who did what with a client, searchable, and whether the trail is whole. */
export function AuditDialog({ clientId, onClose }: { clientId: string; onClose: () => void }) {
  const { t } = useTranslation('copilot');
  const [search, setSearch] = useState('');
  const audit = useAudit(clientId, useDeferredValue(search));
  const items = audit.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Dialog open onClose={onClose} title={t('audit.title')} className="md:w-[720px]">
      <Wholeness clientId={clientId} />
      <Input
        type="search"
        aria-label={t('audit.search')}
        placeholder={t('audit.search')}
        value={search}
        maxLength={120}
        onChange={(event) => setSearch(event.target.value)}
      />
      {audit.isError ? <ErrorState error={audit.error} onRetry={() => void audit.refetch()} /> : null}
      {audit.isPending ? <Skeleton className="h-32" /> : null}
      {audit.isSuccess && items.length === 0 ? <p className="text-ink-3">{t('audit.none')}</p> : null}
      <ol className="grid">
        {items.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {audit.hasNextPage ? (
        <Button onClick={() => void audit.fetchNextPage()} disabled={audit.isFetchingNextPage}>
          {t('audit.older')}
        </Button>
      ) : null}
    </Dialog>
  );
}

function Wholeness({ clientId }: { clientId: string }) {
  const { t } = useTranslation('copilot');
  const verification = useVerification(clientId);
  if (verification.isError)
    return <ErrorState error={verification.error} onRetry={() => void verification.refetch()} />;
  if (verification.data === undefined) return <Skeleton className="h-10" />;
  const { entries, brokenAt, seal } = verification.data;
  return (
    <div className="grid gap-1">
      <p className={`font-medium ${brokenAt === null ? 'text-ok' : 'text-danger'}`}>
        {brokenAt === null ? t('audit.whole', { count: entries }) : t('audit.broken', { place: brokenAt })}
      </p>
      {seal === null ? null : (
        <p className="text-xs text-ink-3">
          {t('audit.seal')} <code className="break-all">{seal}</code>
        </p>
      )}
    </div>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('copilot');
  const language = useLanguage();
  const names = useAuditNames();
  const { data: session } = useSession();
  const people = session === undefined ? [] : [session.user, ...session.demoUsers];
  const person = people.find(({ id }) => id === entry.actor);
  const change = { before: entry.before, after: entry.after };
  return (
    <li className="grid gap-0.5 border-b border-line py-2 last:border-none">
      <p className="flex flex-wrap gap-x-3">
        <span className="text-ink-3">#{entry.place}</span>
        <strong className="font-medium" title={entry.action}>
          {names.action(entry.action)}
        </strong>
        <span>{person?.name[language] ?? entry.actor}</span>
        <time dateTime={entry.occurredAt} className="ml-auto text-xs text-ink-3">
          {formatDateTime(entry.occurredAt, language)}
        </time>
      </p>
      {entry.reason === null ? null : <p className="text-ink-2">{entry.reason}</p>}
      {entry.before === null && entry.after === null ? null : (
        <details className="text-xs text-ink-2">
          <summary className="cursor-pointer py-1">{t('audit.change')}</summary>
          <pre className="text-2xs whitespace-pre-wrap">{JSON.stringify(change, null, 2)}</pre>
        </details>
      )}
    </li>
  );
}
