import { useDraggable, useDroppable } from '@dnd-kit/core';
import { Link } from '@tanstack/react-router';
import type { DealCard, DealStage, Pipeline } from '@tokenholic/contracts';
import { formatMoney } from '@tokenholic/presentation';
import { GripVertical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { classes } from '@/ui/classes';
import { useStages } from '../model/use-stages';
import { CardFace } from './card-face';

interface BoardColumnProps {
  column: Pipeline['columns'][number];
  draggable: boolean;
  onAll: (stage: DealStage) => void;
}

/** One stage: how many deals, what they come to, and the first of them. */
export function BoardColumn({
  column: { stage, deals, amountCny, items },
  draggable,
  onAll,
}: BoardColumnProps) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const { nameOf } = useStages();
  const { setNodeRef, isOver } = useDroppable({ id: stage });
  return (
    <section
      ref={setNodeRef}
      aria-label={nameOf(stage)}
      className={classes(
        'grid min-h-[50dvh] min-w-0 content-start gap-2 rounded-card p-2 max-md:snap-start',
        isOver ? 'bg-mark-soft outline-2 outline-ink' : 'bg-sunken',
      )}
    >
      <header className="flex items-baseline gap-2 px-1 pt-1">
        <h2 className="text-sm font-semibold">{nameOf(stage)}</h2>
        <span className="text-xs text-ink-2">{deals}</span>
        <span className="ml-auto text-xs text-ink-2">
          {deals === 0 ? '' : formatMoney(amountCny, language).text}
        </span>
      </header>
      <ul className="grid gap-2">
        {items.map((deal) => (
          <li key={deal.id}>
            <BoardCard deal={deal} draggable={draggable} />
          </li>
        ))}
      </ul>
      {deals > items.length ? (
        <button
          type="button"
          onClick={() => onAll(stage)}
          className="min-h-8 rounded-control px-2 text-xs text-ink-2 underline hover:text-ink max-md:min-h-11"
        >
          {t('board.all', { count: deals })}
        </button>
      ) : null}
    </section>
  );
}

function BoardCard({ deal, draggable }: { deal: DealCard; draggable: boolean }) {
  const { t } = useTranslation('deals');
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({
    id: deal.id,
    disabled: !draggable,
  });
  const { onKeyDown, ...pointer } = listeners ?? {};
  return (
    <article
      ref={setNodeRef}
      {...pointer}
      className={classes(
        'group relative rounded-card border border-line bg-surface p-3 hover:border-line-strong',
        draggable && 'cursor-grab',
        isDragging && 'opacity-40',
      )}
    >
      <Link
        to="/deals/$dealId"
        params={{ dealId: deal.id }}
        draggable={false}
        className="block rounded-tile pr-5 after:absolute after:inset-0"
      >
        <CardFace deal={deal} />
      </Link>
      {draggable ? (
        <button
          ref={setActivatorNodeRef}
          type="button"
          {...attributes}
          {...(onKeyDown === undefined ? {} : { onKeyDown: (event) => onKeyDown(event) })}
          aria-label={t('board.move', { title: deal.title })}
          className="absolute top-2 right-1 z-10 grid size-6 place-items-center rounded-tile text-ink-3 hover:bg-sunken max-md:size-11 max-md:top-0 max-md:right-0"
        >
          <GripVertical className="size-4" />
        </button>
      ) : null}
    </article>
  );
}
