import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { classes } from '@/ui/classes';
import { ErrorState, Skeleton } from '@/ui/states';
import { useCollections } from './api/knowledge';
import { CollectionList } from './components/collection-list';
import { DocumentDialog } from './components/document-dialog';
import { DocumentsPanel } from './components/documents-panel';
import { GraphPanel } from './components/graph-panel';
import { SearchPanel } from './components/search-panel';
import { TrialPanel } from './components/trial-panel';

type Tab = 'search' | 'graph' | 'documents' | 'trial';

/** What the vendor knows: collections, their documents, questions to them, and a test of how well they answer. */
export function KnowledgeScreen() {
  const { t } = useTranslation('knowledge');
  usePageTitle(t('title'));
  const local = useLocal();
  const { collection, tab = 'search', q = '', at = null, to = null } = useSearch({ from: '/knowledge' });
  const navigate = useNavigate({ from: '/knowledge' });
  const [opened, setOpened] = useState<string | null>(null);
  const collections = useCollections();
  const chosen = collections.data?.items.find(({ id }) => id === collection);
  const tabs: Tab[] =
    chosen === undefined
      ? ['search', 'graph']
      : chosen.readOnly
        ? ['search', 'graph', 'documents']
        : ['search', 'graph', 'documents', 'trial'];
  const shown = tabs.includes(tab) ? tab : 'search';
  const show = (next: Tab) => void navigate({ search: (before) => ({ ...before, tab: next }) });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 px-8 py-8 max-md:px-4 max-md:py-5">
      <header className="grid max-w-[68ch] gap-1">
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="text-ink-2">{t('intro')}</p>
      </header>
      {collections.error === null ? null : (
        <ErrorState error={collections.error} onRetry={() => void collections.refetch()} />
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[18.5rem_minmax(0,1fr)]">
        {collections.isPending ? (
          <Skeleton className="h-40" />
        ) : (
          <CollectionList
            collections={collections.data?.items ?? []}
            chosen={chosen?.id ?? null}
            choose={(id) =>
              void navigate({
                search: ({ q: asked }) => ({
                  ...(id === null ? {} : { collection: id, tab: 'documents' as const }),
                  ...(asked === undefined ? {} : { q: asked }),
                }),
              })
            }
          />
        )}
        <div className="grid content-start gap-4">
          <fieldset className="flex flex-wrap gap-1 border-b border-line">
            <legend className="sr-only">{t('view')}</legend>
            {tabs.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={shown === one}
                className={classes(
                  '-mb-px h-9 border-b-2 border-transparent px-3 font-medium text-ink-2 max-md:h-11',
                  shown === one && 'border-ink text-ink',
                )}
                onClick={() => show(one)}
              >
                {t(`tab.${one}`)}
              </button>
            ))}
          </fieldset>
          {shown === 'search' ? (
            <SearchPanel
              key={chosen?.id ?? 'all'}
              question={q}
              collectionId={chosen?.id ?? null}
              examples={(chosen === undefined ? (collections.data?.items ?? []) : [chosen])
                .flatMap(({ exampleQuestions }) => exampleQuestions)
                .map(local)}
              ask={(text) => void navigate({ search: (before) => ({ ...before, q: text }) })}
              open={setOpened}
            />
          ) : null}
          {shown === 'graph' ? (
            <GraphPanel
              at={at}
              to={to}
              look={(nextAt, nextTo) =>
                void navigate({
                  search: ({ at: _, to: __, ...before }) => ({
                    ...before,
                    ...(nextAt === null ? {} : { at: nextAt }),
                    ...(nextTo === null ? {} : { to: nextTo }),
                  }),
                })
              }
              open={setOpened}
            />
          ) : null}
          {shown === 'documents' && chosen !== undefined ? (
            <DocumentsPanel
              key={chosen.id}
              collection={chosen}
              open={setOpened}
              removed={() => void navigate({ search: {} })}
            />
          ) : null}
          {shown === 'trial' && chosen !== undefined ? <TrialPanel collectionId={chosen.id} /> : null}
        </div>
      </div>
      {opened === null ? null : <DocumentDialog documentId={opened} close={() => setOpened(null)} />}
    </div>
  );
}
