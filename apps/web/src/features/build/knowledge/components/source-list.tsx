import type { KnowledgeSource } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/states';
import { useAct, useSources } from '../api/knowledge';

/** Sitemaps that bring pages into a collection; nothing is drawn where there are none. */
export function SourceList({ collectionId, writes }: { collectionId: string; writes: boolean }) {
  const { t } = useTranslation('knowledge');
  const sources = useSources(collectionId);
  if (sources.error !== null)
    return <ErrorState error={sources.error} onRetry={() => void sources.refetch()} />;
  if (sources.data === undefined || sources.data.items.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold">{t('sitemaps')}</h2>
      <ul className="grid gap-2">
        {sources.data.items.map((source) => (
          <SourceLine key={source.id} source={source} writes={writes} />
        ))}
      </ul>
    </section>
  );
}

function SourceLine({ source, writes }: { source: KnowledgeSource; writes: boolean }) {
  const { t } = useTranslation('knowledge');
  const local = useLocal();
  const language = useLanguage();
  const act = useAct();
  const { id, url, status, failure, pages, leftOut, readAt, stale } = source;
  const isBusy = status === 'queued' || status === 'reading';
  return (
    <li className="grid gap-2 rounded-card border border-line bg-surface p-3 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid gap-1">
        <p className="font-medium [overflow-wrap:anywhere]">{url}</p>
        <p className="flex flex-wrap gap-x-3 text-xs text-ink-2">
          <span
            className={status === 'failed' ? 'text-danger' : status === 'ready' ? 'text-ok' : 'text-info'}
          >
            {t(`status.${status}`)}
          </span>
          <span>{t('sitemap_pages', { count: pages })}</span>
          {leftOut > 0 ? (
            <span className="text-warn">{t('sitemap_left_out', { count: leftOut })}</span>
          ) : null}
          {readAt === null ? null : (
            <span>
              {t('read_at', {
                date: new Date(readAt).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB'),
              })}
            </span>
          )}
          {stale ? <span className="text-warn">{t('stale')}</span> : null}
        </p>
        {failure === null ? null : <p className="text-danger">{local(failure.message)}</p>}
      </div>
      {writes ? (
        <div className="flex items-start gap-2">
          <Button
            size="small"
            className="max-md:h-11"
            disabled={isBusy || act.isPending}
            onClick={() => act.mutate({ act: 'sync_source', sourceId: id })}
          >
            {t('read_again')}
          </Button>
          <Button
            size="small"
            variant="danger"
            className="max-md:h-11"
            disabled={act.isPending}
            aria-label={t('remove_document', { title: url })}
            onClick={() => {
              if (window.confirm(t('remove_sitemap_sure', { url })))
                act.mutate({ act: 'remove_source', sourceId: id });
            }}
          >
            {t('remove')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
