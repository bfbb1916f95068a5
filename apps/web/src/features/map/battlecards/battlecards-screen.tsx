import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { Battlecard } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '@/api/http';
import { useLocal } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Field, Input } from '@/ui/field';
import { Glyph } from '@/ui/glyph';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { matchingCards } from './matching-cards';

/** What to say about each competitor, with sources. */
export function BattlecardsScreen() {
  const { t } = useTranslation('battlecards');
  const { competitor } = useSearch({ from: '/battlecards' });
  usePageTitle(t('title'));
  const [search, setSearch] = useState('');
  const { data, isPending, error, refetch } = useQuery({
    queryKey: ['battlecards'],
    queryFn: () => get<{ items: Battlecard[] }>('/api/reference/battlecards'),
    staleTime: 3_600_000,
  });
  const cards = matchingCards(data?.items ?? [], search, competitor);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 px-8 py-8 max-md:px-4">
      <header className="flex flex-wrap items-end gap-x-8 gap-y-3">
        <div className="grid max-w-[68ch] flex-1 gap-1">
          <h1 className="text-2xl font-semibold">{t('title')}</h1>
          <p className="text-ink-2">{t('intro')}</p>
        </div>
        <search className="w-72 max-md:w-full">
          <Field label={t('filter')} hideLabel>
            {(ids) => (
              <Input
                {...ids}
                type="search"
                placeholder={t('filter')}
                value={search}
                onChange={(event) => setSearch(event.target.value)}
              />
            )}
          </Field>
        </search>
      </header>
      {isPending ? <Skeleton className="h-96" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && cards.length === 0 ? <EmptyState title={t('none')} /> : null}
      <div className="gap-5 xl:columns-2">
        {cards.map((card) => (
          <Card key={card.competitorId} card={card} />
        ))}
      </div>
    </div>
  );
}

const SIDE_LOOK = {
  alibaba: 'bg-mark text-mark-ink',
  competitor: 'bg-ink text-paper',
  even: 'bg-sunken text-ink-2',
  depends: 'bg-sunken text-ink-2',
} as const;

function Card({ card }: { card: Battlecard }) {
  const { t } = useTranslation('battlecards');
  const local = useLocal();
  return (
    <section className="mb-5 break-inside-avoid rounded-card border border-line bg-surface p-5">
      <h2 className="flex items-center gap-2 text-lg font-semibold">
        <Glyph group={card.group} />
        {local(card.name)}
        <span className="text-xs font-normal text-ink-3">{t('points', { count: card.points.length })}</span>
      </h2>
      <ul className="divide-y divide-line">
        {card.points.map((point) => (
          <li key={point.id} className="grid gap-1.5 py-3">
            <p className="flex flex-wrap items-center gap-2">
              <span className={`rounded-tile px-1.5 py-0.5 text-2xs font-medium ${SIDE_LOOK[point.side]}`}>
                {t(`side.${point.side}`)}
              </span>
              <span className="font-medium">{local(point.dimension)}</span>
            </p>
            <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-ink-2">
              {point.ours === null ? null : <Line label={t('ours')}>{local(point.ours)}</Line>}
              {point.theirs === null ? null : <Line label={t('theirs')}>{local(point.theirs)}</Line>}
              {point.advice === null ? null : (
                <Line label={t('say')}>
                  <span className="text-ink">{local(point.advice)}</span>
                </Line>
              )}
            </dl>
            <p className="text-xs text-ink-3">
              {point.stale ? <span className="mr-2 font-medium text-warn">{t('stale')}</span> : null}
              {t('source')}{' '}
              {point.source.url === null ? (
                point.source.title
              ) : (
                <a href={point.source.url} target="_blank" rel="noreferrer noopener" className="underline">
                  {point.source.title}
                </a>
              )}{' '}
              {point.source.asOf}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
