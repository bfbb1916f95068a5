import { Link } from '@tanstack/react-router';
import type { PersonaCard } from '@tokenholic/contracts';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { SearchBox } from '@/ui/search-box';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { usePersonas } from '../api/personas';

/** Everybody at one's clients, those of whom most is known first. */
export function PersonasScreen() {
  const { t } = useTranslation('personas');
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search);
  const personas = usePersonas(wanted);
  usePageTitle(t('title'));
  return (
    <div className="mx-auto grid max-w-[1080px] grid-cols-[minmax(0,1fr)] gap-5 px-6 py-6 max-md:px-4 max-md:py-5">
      <header className="flex flex-wrap items-end gap-3">
        <div className="grid flex-1 gap-1 max-md:basis-full">
          <h1 className="text-2xl font-semibold">{t('title')}</h1>
          <p className="max-w-[70ch] text-ink-2">{t('intro')}</p>
        </div>
        <SearchBox label={t('search')} value={search} onChange={setSearch} className="w-64 max-md:w-full" />
      </header>
      {personas.isError ? (
        <ErrorState error={personas.error} onRetry={() => void personas.refetch()} />
      ) : null}
      {personas.isPending ? <Skeleton className="h-80" /> : null}
      {personas.data === undefined ? null : <Cards items={personas.data.items} searched={wanted !== ''} />}
    </div>
  );
}

function Cards({ items, searched }: { items: readonly PersonaCard[]; searched: boolean }) {
  const { t } = useTranslation('personas');
  const local = useLocal();
  if (items.length === 0)
    return searched ? (
      <EmptyState title={t('nobody_found')} />
    ) : (
      <EmptyState title={t('nobody')} text={t('nobody_text')}>
        <Link to="/deals" className="underline">
          {t('to_deals')}
        </Link>
      </EmptyState>
    );
  return (
    <ul className="grid grid-cols-3 gap-3 max-lg:grid-cols-2 max-md:grid-cols-[minmax(0,1fr)]">
      {items.map((person) => (
        <li key={person.contactId}>
          <Link
            to="/personas/$contactId"
            params={{ contactId: person.contactId }}
            className="grid h-full content-start gap-2 rounded-card border border-line bg-surface p-4 hover:border-line-strong"
          >
            <span className="grid">
              <span className="text-lg font-semibold">{person.name}</span>
              <span className="text-xs text-ink-2">
                {[person.title, person.clientName].filter((part) => part !== '').join(' · ')}
              </span>
            </span>
            {person.summary.length === 0 ? (
              <span className="text-xs text-ink-3">{t(person.allowed ? 'not_enough' : 'off_short')}</span>
            ) : (
              <span className="flex flex-wrap gap-1.5">
                {person.summary.map(({ key, label }) => (
                  <span key={key} className="rounded-tile bg-sunken px-1.5 py-0.5 text-xs">
                    {local(label)}
                  </span>
                ))}
              </span>
            )}
            <span className="mt-auto text-xs text-ink-3">
              {t('activities', { count: person.activities })}
              {person.known === 0 ? '' : ` · ${t('known', { count: person.known })}`}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
