import type { KnowledgeCollection, KnowledgeDocument } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { useAct, useDocuments } from '../api/knowledge';
import { AddDocuments } from './add-documents';
import { SourceList } from './source-list';

interface DocumentsPanelProps {
  collection: KnowledgeCollection;
  open: (documentId: string) => void;
  removed: () => void;
}

/** The documents of a collection with what became of each, and the ways to add more. */
export function DocumentsPanel({ collection, open, removed }: DocumentsPanelProps) {
  const { t } = useTranslation('knowledge');
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  const cursor = cursors.at(-1) ?? null;
  const page = useDocuments(collection.id, cursor);
  const writes = useAllowed('knowledge.write') && !collection.readOnly;
  const next = page.data?.nextCursor ?? null;
  return (
    <div className="grid gap-4">
      {writes ? <AddDocuments collectionId={collection.id} /> : null}
      <SourceList collectionId={collection.id} writes={writes} />
      {page.isPending ? <Skeleton className="h-40" /> : null}
      {page.error === null ? null : <ErrorState error={page.error} onRetry={() => void page.refetch()} />}
      {page.data?.items.length === 0 ? (
        <EmptyState title={t('no_documents')} text={t('no_documents_help')} />
      ) : null}
      <ul className="grid gap-2">
        {page.data?.items.map((document) => (
          <DocumentLine key={document.id} document={document} writes={writes} open={open} />
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        {cursors.length > 1 ? (
          <Button onClick={() => setCursors(cursors.slice(0, -1))}>{t('newer')}</Button>
        ) : null}
        {next === null ? null : <Button onClick={() => setCursors([...cursors, next])}>{t('older')}</Button>}
        {writes ? <RemoveCollection collection={collection} removed={removed} /> : null}
      </div>
    </div>
  );
}

const TONE: Record<KnowledgeDocument['status'], string> = {
  queued: 'text-ink-2',
  reading: 'text-info',
  ready: 'text-ok',
  failed: 'text-danger',
};

function DocumentLine({
  document,
  writes,
  open,
}: {
  document: KnowledgeDocument;
  writes: boolean;
  open: (documentId: string) => void;
}) {
  const { t } = useTranslation('knowledge');
  const language = useLanguage();
  const local = useLocal();
  const act = useAct();
  const { id, title, origin, kind, status, chunks, changedChunks, failure, readAt, stale, cut } = document;
  const { attempts, triesAgain } = document;
  const date = (at: string) => new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB');
  return (
    <li className="grid gap-2 rounded-card border border-line bg-surface p-3 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid gap-1">
        <Button
          variant="ghost"
          className="-ml-3 h-auto min-h-9 justify-self-start py-1 text-left whitespace-normal"
          onClick={() => open(id)}
        >
          <span className="font-semibold text-ink [overflow-wrap:anywhere]">{title}</span>
        </Button>
        <p className="flex flex-wrap gap-x-3 text-xs text-ink-2 [overflow-wrap:anywhere]">
          <span className={TONE[status]}>{t(`status.${status}`)}</span>
          <span>{t(`kind.${kind}`)}</span>
          {origin === null || origin === title ? null : <span>{origin}</span>}
          {status === 'ready' ? (
            <span>{t('passages', { count: chunks, changed: changedChunks })}</span>
          ) : null}
          {readAt === null ? null : <span>{t('read_at', { date: date(readAt) })}</span>}
          {stale ? <span className="text-warn">{t('stale')}</span> : null}
          {cut ? <span className="text-warn">{t('cut')}</span> : null}
        </p>
        {failure === null ? null : (
          <p className="text-danger">
            {local(failure.message)}{' '}
            {attempts === 0 ? null : t(triesAgain ? 'tries_again' : 'tried', { count: attempts })}
          </p>
        )}
      </div>
      {writes ? (
        <div className="flex items-start gap-2">
          {status === 'failed' || (kind === 'url' && status === 'ready') ? (
            <Button
              size="small"
              disabled={act.isPending}
              onClick={() => act.mutate({ act: 'read_again', documentId: id })}
            >
              {t(status === 'failed' ? 'retry' : 'read_again')}
            </Button>
          ) : null}
          <Button
            size="small"
            variant="danger"
            disabled={act.isPending}
            aria-label={t('remove_document', { title })}
            onClick={() => {
              if (window.confirm(t('remove_document_sure', { title })))
                act.mutate({ act: 'remove_document', documentId: id });
            }}
          >
            {t('remove')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

function RemoveCollection({ collection, removed }: { collection: KnowledgeCollection; removed: () => void }) {
  const { t } = useTranslation('knowledge');
  const local = useLocal();
  const act = useAct();
  const name = local(collection.name);
  return (
    <Button
      variant="danger"
      className="ml-auto"
      disabled={act.isPending}
      onClick={() => {
        if (window.confirm(t('remove_collection_sure', { name })))
          act.mutate({ act: 'remove_collection', collectionId: collection.id }, { onSuccess: removed });
      }}
    >
      {t('remove_collection')}
    </Button>
  );
}
