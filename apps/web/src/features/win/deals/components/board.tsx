import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import type { DealCard, DealStage } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import type { DealSearch } from '../../deal-search';
import { usePipeline } from '../api/deals';
import { dealStages } from '../model/stages';
import { useMove } from '../model/use-move';
import { useStages } from '../model/use-stages';
import { BoardColumn } from './board-column';
import { CardFace } from './card-face';
import { CloseDialog } from './close-dialog';

/** With the keyboard a card goes from column to column, not pixel by pixel. */
const toNextColumn: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0;
  const active = context.active?.rect.current.initial;
  if (step === 0 || active === null || active === undefined) return undefined;
  event.preventDefault();
  const rects = [...context.droppableRects.values()].sort((a, b) => a.left - b.left);
  const center = currentCoordinates.x + active.width / 2;
  const here = rects.findIndex(({ left, right }) => center >= left && center <= right);
  const next = rects[here + step];
  return here < 0 || next === undefined
    ? currentCoordinates
    : { ...currentCoordinates, x: next.left + (next.width - active.width) / 2 };
};

interface BoardProps {
  search: DealSearch;
  onAll: (stage: DealStage) => void;
}

/** Columns by stage; a card is dragged by mouse, by touch or by keyboard. */
export function Board({ search, onAll }: BoardProps) {
  const { t } = useTranslation('deals');
  const pipeline = usePipeline(search);
  const allowed = useAllowed('deal.write');
  const { move, closing, setClosing, busy } = useMove();
  const [held, setHeld] = useState<DealCard | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: toNextColumn }),
  );
  const columns = pipeline.data?.columns ?? [];
  const cardOf = (id: unknown) => columns.flatMap(({ items }) => items).find((deal) => deal.id === id);
  const announcements = useAnnouncements((id) => cardOf(id)?.title ?? '');
  const drop = ({ active, over }: DragEndEvent) => {
    setHeld(null);
    const deal = cardOf(active.id);
    const stage = columns.find((one) => one.stage === over?.id)?.stage;
    if (deal !== undefined && stage !== undefined && stage !== deal.stage) move(deal, stage);
  };
  if (pipeline.isError) return <ErrorState error={pipeline.error} onRetry={() => void pipeline.refetch()} />;
  if (pipeline.isPending) return <BoardSkeleton />;
  if (columns.every(({ deals }) => deals === 0)) return <NoDeals narrowed={Object.keys(search).length > 0} />;
  return (
    <>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        accessibility={{
          announcements,
          screenReaderInstructions: { draggable: t('board.how') },
        }}
        onDragStart={({ active }) => setHeld(cardOf(active.id) ?? null)}
        onDragCancel={() => setHeld(null)}
        onDragEnd={drop}
      >
        <section
          aria-label={t('view.board')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          tabIndex={0}
          className="overflow-x-auto pb-3 max-md:-mx-4 max-md:snap-x max-md:px-4"
        >
          <div className="grid auto-cols-[minmax(174px,1fr)] grid-flow-col items-stretch gap-3 max-md:auto-cols-[78vw]">
            {columns.map((column) => (
              <BoardColumn key={column.stage} column={column} draggable={allowed && !busy} onAll={onAll} />
            ))}
          </div>
        </section>
        <DragOverlay dropAnimation={null}>
          {held === null ? null : (
            <div className="rounded-card border border-ink bg-surface p-3 shadow-overlay">
              <CardFace deal={held} />
            </div>
          )}
        </DragOverlay>
      </DndContext>
      {closing === null ? null : (
        <CloseDialog deal={closing.deal} to={closing.to} onClose={() => setClosing(null)} />
      )}
    </>
  );
}

/** What a screen reader says while a card is on its way. */
function useAnnouncements(titleOf: (id: unknown) => string): Announcements {
  const { t } = useTranslation('deals');
  const { nameOf } = useStages();
  const stage = (id: unknown) => nameOf(String(id));
  return {
    onDragStart: ({ active }) => t('board.picked', { title: titleOf(active.id) }),
    onDragOver: ({ over }) => (over === null ? undefined : t('board.over', { stage: stage(over.id) })),
    onDragEnd: ({ active, over }) =>
      over === null
        ? t('board.put_back')
        : t('board.dropped', { title: titleOf(active.id), stage: stage(over.id) }),
    onDragCancel: () => t('board.put_back'),
  };
}

function BoardSkeleton() {
  return (
    <div className="grid grid-cols-7 gap-3 max-md:grid-cols-1">
      {dealStages.map((stage) => (
        <Skeleton key={stage} className="h-64 max-md:h-20" />
      ))}
    </div>
  );
}

function NoDeals({ narrowed }: { narrowed: boolean }) {
  const { t } = useTranslation('deals');
  return narrowed ? (
    <EmptyState title={t('empty.narrowed')} text={t('empty.narrowed_text')} />
  ) : (
    <EmptyState title={t('empty.none')} text={t('empty.none_text')} />
  );
}
