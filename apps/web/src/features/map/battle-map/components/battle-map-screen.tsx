import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { BattleMap, EventEnvelope, MapEdit } from '@tokenholic/contracts';
import { headlineParts } from '@tokenholic/presentation';
import { StickyNote } from 'lucide-react';
import { lazy, Suspense, useCallback, useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useClientRoom } from '@/api/realtime';
import { useAllowed } from '@/api/session';
import { useLanguage, useLocal } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button, buttonLook } from '@/ui/button';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { toast } from '@/ui/toast';
import { type Collision, collisionOf, useEditMap, useMap } from '../api/map';
import { onlyMatching } from '../model/filter';
import { findSelected, type Selection } from '../model/selection';
import { useMapView } from '../model/view';
import { AddUseCase } from './add-use-case';
import { Board } from './board';
import { Legend } from './legend';
import { MapHeader } from './map-header';
import { MatrixTable } from './matrix-table';
import { StickerList } from './sticker-list';
import { useStickers } from './use-stickers';
import { RemovedList, Watchlist } from './watchlist';

// What is not needed to see the map comes after it.
const Presentation = lazy(() => import('./presentation'));
const Treemap = lazy(() => import('./treemap'));
const Inspector = lazy(async () => ({ default: (await import('./inspector')).Inspector }));
const MergeDialog = lazy(async () => ({ default: (await import('./merge-dialog')).MergeDialog }));

/** The Token Battle Map of a client. */
export function BattleMapScreen({ clientId, version }: { clientId: string; version: number | undefined }) {
  const { t } = useTranslation('map');
  const client = useQueryClient();
  const query = useMap(clientId, version);
  const onEvent = useCallback(
    (event: EventEnvelope) => {
      if (event.topic === 'battlemap_events') void client.invalidateQueries({ queryKey: ['map', clientId] });
    },
    [client, clientId],
  );
  useClientRoom(clientId, onEvent);
  usePageTitle(query.data === undefined ? t('title') : `${query.data.map.clientName} · ${t('title')}`);
  if (query.isError)
    return <NoMap error={query.error} clientId={clientId} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Loading />;
  return <LoadedMap map={query.data.map} clientId={clientId} version={version} />;
}

function LoadedMap({
  map,
  clientId,
  version,
}: {
  map: BattleMap;
  clientId: string;
  version: number | undefined;
}) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const local = useLocal();
  const [selection, setSelection] = useState<Selection | null>(null);
  const [collision, setCollision] = useState<Collision | null>(null);
  const [presenting, setPresenting] = useState(false);
  const { view, setView, filter, setFilter } = useMapView();
  // The chip that was pressed answers at once, hundreds of tiles follow.
  const drawn = useDeferredValue(filter);
  const mayEdit = useAllowed('map.edit') && version === undefined;
  const editMap = useEditMap(clientId);
  const lastRevision = useRef(0);

  const apply = async (edit: MapEdit, etag?: string): Promise<boolean> => {
    try {
      const edited = await editMap.mutateAsync({ edit, ...(etag === undefined ? {} : { etag }) });
      lastRevision.current = edited.map.revision;
      return true;
    } catch (error) {
      const clash = collisionOf(error, edit);
      if (clash !== null) setCollision(clash);
      else toast.error(error instanceof ApiError ? local(error.text) : t('title'));
      return false;
    }
  };
  const undoLast = () => {
    const revision = lastRevision.current;
    return () => void apply({ kind: 'undo', revision });
  };
  const stickers = useStickers(map, apply, undoLast);
  const selected = findSelected(map, selection);
  const { text, highlight } = map.headline;
  return (
    <div className="flex min-h-dvh flex-col">
      <MapHeader
        map={map}
        clientId={clientId}
        version={version}
        view={view}
        onView={setView}
        onPresent={() => setPresenting(true)}
        mayEdit={mayEdit}
        onEdit={apply}
      />
      <div className="flex flex-1 items-start">
        <div className="min-w-0 flex-1 px-8 py-6 max-md:px-4 max-md:py-5">
          <h1 className="text-2xl font-semibold text-balance break-keep wrap-anywhere max-md:text-xl">
            {headlineParts(text[language], highlight[language]).map((part) =>
              part.marked ? (
                <span key={part.text} className="marked">
                  {part.text}
                </span>
              ) : (
                part.text
              ),
            )}
          </h1>
          <p className="mt-1 text-ink-2 max-md:hidden">
            {t(view === 'treemap' ? 'subline_treemap' : 'subline')}
          </p>
          {map.basis === 'industry_benchmark' ? (
            <p className="mt-3 rounded-card border border-dashed border-line-strong p-3">
              {t('benchmark_banner')}
            </p>
          ) : null}
          {version === undefined ? null : (
            <p className="mt-3 flex flex-wrap items-center gap-3 rounded-card bg-sunken p-3">
              {t('old_version', { number: version })}
              <Link to="/clients/$clientId/map" params={{ clientId }} className="font-medium underline">
                {t('current_version')}
              </Link>
            </p>
          )}
          <Legend map={map} filter={filter} onFilter={setFilter} />
          {view === 'skyline' ? (
            <Board
              map={map}
              filter={drawn}
              selection={selection}
              onSelect={setSelection}
              stickers={mayEdit ? stickers.hands : null}
            />
          ) : view === 'matrix' ? (
            <MatrixTable map={onlyMatching(map, filter)} onSelect={setSelection} />
          ) : (
            <Suspense fallback={<Skeleton className="mt-6 h-96" />}>
              <Treemap
                map={map}
                filter={drawn}
                selection={selection}
                onSelect={setSelection}
                stickers={mayEdit ? stickers.hands : null}
              />
            </Suspense>
          )}
          {mayEdit ? (
            <div className="mt-4 flex flex-wrap gap-2">
              <AddUseCase map={map} onEdit={apply} onAdded={setSelection} />
              <Button size="small" onClick={stickers.openNew} className="max-md:h-11">
                <StickyNote className="size-4" />
                {t('sticker.new')}
              </Button>
            </div>
          ) : null}
          {view === 'matrix' ? (
            <StickerList map={map} onOpen={mayEdit ? stickers.hands.onOpen : null} />
          ) : null}
          <RemovedList map={map} mayEdit={mayEdit} onEdit={apply} />
          <Watchlist map={map} />
        </div>
        {selected === null ? null : (
          <Suspense fallback={<InspectorSpace />}>
            <Inspector
              key={selection?.key}
              map={map}
              clientId={clientId}
              selected={selected}
              mayEdit={mayEdit}
              onEdit={apply}
              onClose={() => setSelection(null)}
            />
          </Suspense>
        )}
      </div>
      {stickers.dialog}
      {collision === null ? null : (
        <Suspense>
          <MergeDialog
            collision={collision}
            onDiscard={() => setCollision(null)}
            onApply={async (etag) => {
              const { edit } = collision;
              setCollision(null);
              await apply(edit, etag);
            }}
            clientId={clientId}
          />
        </Suspense>
      )}
      {presenting ? (
        <Suspense>
          <Presentation map={map} onEnd={() => setPresenting(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** Holds the inspector's place, so that the board reflows once. */
function InspectorSpace() {
  return <div className="w-[456px] shrink-0 max-md:hidden" />;
}

function Loading() {
  return (
    <div className="p-8">
      <Skeleton className="h-9 w-1/2" />
      <Skeleton className="mt-4 h-5 w-2/3" />
      <div className="mt-16 flex items-end gap-3">
        {[420, 360, 280, 220, 180, 150, 120].map((height) => (
          <div key={height} className="flex-1">
            <Skeleton className="w-full" />
            <div className="animate-pulse rounded-tile bg-line" style={{ height }} />
          </div>
        ))}
      </div>
    </div>
  );
}

function NoMap({ error, clientId, onRetry }: { error: unknown; clientId: string; onRetry: () => void }) {
  const { t } = useTranslation('map');
  const { t: shell } = useTranslation('shell');
  const notDrawn = error instanceof ApiError && error.code === 'battlemap.not_drawn';
  return (
    <div className="mx-auto max-w-xl p-8">
      {notDrawn ? (
        <EmptyState title={t('empty.title')} text={t('empty.text')}>
          <Link to="/clients/$clientId" params={{ clientId }} className={buttonLook({ variant: 'primary' })}>
            {shell('action.back')}
          </Link>
        </EmptyState>
      ) : (
        <ErrorState error={error} onRetry={onRetry} />
      )}
    </div>
  );
}
