import type { GraphEntity } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { useNeighbourhood, usePaths } from '../api/graph';
import { EntityField } from './entity-field';
import { GraphPicture } from './graph-picture';
import { RelationList } from './relation-list';

interface GraphPanelProps {
  /** The thing looked at, and the one a way to it is asked for; both stand in the address. */
  at: string | null;
  to: string | null;
  look: (at: string | null, to: string | null) => void;
  open: (documentId: string) => void;
}

/** What documents say of things and how they hang together: one thing with its neighbours, or the ways between two. */
export function GraphPanel({ at, to, look, open }: GraphPanelProps) {
  const { t } = useTranslation('knowledge');
  const around = useNeighbourhood(to === null ? at : null);
  const [asksWay, setAsksWay] = useState(to !== null);
  return (
    <div className="grid gap-5">
      <p className="max-w-[68ch] text-ink-2">{t('graph_intro')}</p>
      <div className="grid gap-4 md:grid-cols-2">
        <EntityField
          label={asksWay ? t('way_from') : t('thing')}
          chosen={at}
          choose={({ key }) => look(key, asksWay ? to : null)}
        />
        {asksWay ? <EntityField label={t('way_to')} chosen={to} choose={({ key }) => look(at, key)} /> : null}
      </div>
      <Button
        className="justify-self-start"
        aria-pressed={asksWay}
        onClick={() => {
          setAsksWay(!asksWay);
          if (asksWay) look(at, null);
        }}
      >
        {asksWay ? t('ask_neighbours') : t('ask_way')}
      </Button>
      {at === null ? <EmptyState title={t('choose_thing')} text={t('choose_thing_help')} /> : null}
      {around.isLoading ? <Skeleton className="h-64" /> : null}
      {around.error === null ? null : (
        <ErrorState error={around.error} onRetry={() => void around.refetch()} />
      )}
      {to === null && around.data !== undefined ? (
        <Around data={around.data} go={(key) => look(key, null)} open={open} />
      ) : null}
      {at !== null && to !== null ? (
        <Ways from={at} to={to} go={(key) => look(key, null)} open={open} />
      ) : null}
    </div>
  );
}

interface Moves {
  go: (key: string) => void;
  open: (documentId: string) => void;
}

function Around({
  data,
  go,
  open,
}: Moves & { data: NonNullable<ReturnType<typeof useNeighbourhood>['data']> }) {
  const { t } = useTranslation('knowledge');
  const nameOf = useNames([data.entity, ...data.neighbours]);
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="grid gap-2">
        <GraphPicture neighbourhood={data} go={go} />
        <p className="text-xs text-ink-2">
          {t('graph_legend')} {data.leftOut > 0 ? t('graph_left_out', { count: data.leftOut }) : null}
        </p>
      </div>
      <RelationList relations={data.relations} nameOf={nameOf} go={go} open={open} />
    </div>
  );
}

function Ways({ from, to, go, open }: Moves & { from: string; to: string }) {
  const { t } = useTranslation('knowledge');
  const local = useLocal();
  const ways = usePaths(from, to);
  if (from === to) return <EmptyState title={t('same_thing')} text={t('same_thing_help')} />;
  if (ways.isPending) return <Skeleton className="h-40" />;
  if (ways.error !== null) return <ErrorState error={ways.error} onRetry={() => void ways.refetch()} />;
  if (ways.data.paths.length === 0) return <EmptyState title={t('no_way')} text={t('no_way_help')} />;
  return (
    <ol className="grid gap-4">
      {ways.data.paths.map(({ entities, steps }) => (
        <li key={entities.map(({ key }) => key).join(' ')} className="grid gap-2">
          <p className="font-semibold">{entities.map(({ name }) => local(name)).join(' → ')}</p>
          <Steps entities={entities} steps={steps} go={go} open={open} />
        </li>
      ))}
    </ol>
  );
}

function Steps({
  entities,
  steps,
  ...moves
}: Moves & {
  entities: readonly GraphEntity[];
  steps: NonNullable<ReturnType<typeof usePaths>['data']>['paths'][number]['steps'];
}) {
  const nameOf = useNames(entities);
  return <RelationList relations={steps.flatMap((step) => step.slice(0, 1))} nameOf={nameOf} {...moves} />;
}

function useNames(entities: readonly GraphEntity[]) {
  const local = useLocal();
  const names = new Map(entities.map(({ key, name }) => [key, local(name)]));
  // A name the picture leaves out is told by its key: `model:qwen3.7-max`.
  return (key: string) => names.get(key) ?? key.slice(key.indexOf(':') + 1);
}
