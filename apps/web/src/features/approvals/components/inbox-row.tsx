import type { ApprovalCard } from '@tokenholic/contracts';
import { formatAgo, formatMoney } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Countdown } from './countdown';
import { Tags } from './tags';

interface InboxRowProps {
  card: ApprovalCard;
  open: boolean;
  /** Null: cannot be chosen for approving together. */
  chosen: boolean | null;
  onOpen: () => void;
  onChoose: () => void;
}

/** One request in the list. */
export function InboxRow({ card, open, chosen, onOpen, onChoose }: InboxRowProps) {
  const { t } = useTranslation('approvals');
  const language = useLanguage();
  const local = useLocal();
  const figures = [
    card.amountCny === null ? null : formatMoney(card.amountCny, language).text,
    card.discountPercent === null || card.discountPercent === 0
      ? null
      : t('discount', { percent: card.discountPercent }),
  ].filter((figure) => figure !== null);
  return (
    <li
      id={`approval-${card.id}`}
      className={`flex items-start gap-2 border-b border-line pl-3 ${open ? 'bg-surface shadow-[inset_3px_0_0_var(--color-ink)]' : ''}`}
    >
      {chosen === null ? null : (
        <label className="grid size-9 shrink-0 place-items-center self-center max-md:size-11">
          <input
            type="checkbox"
            checked={chosen}
            onChange={onChoose}
            aria-label={t('choose', { title: local(card.title) })}
          />
        </label>
      )}
      <button
        type="button"
        onClick={onOpen}
        aria-current={open ? 'true' : undefined}
        className="grid min-w-0 flex-1 gap-1 py-3 pr-4 text-left"
      >
        <span className="flex items-start justify-between gap-3">
          <span className="min-w-0 flex-1 font-medium [overflow-wrap:anywhere]">{local(card.title)}</span>
          <span className="text-xs">
            {card.dueAt === null || card.startedAt === null ? (
              <span className="text-ink-2">{t(`status.${card.status}`)}</span>
            ) : (
              <Countdown startedAt={card.startedAt} dueAt={card.dueAt} />
            )}
          </span>
        </span>
        <span className="text-xs text-ink-2">
          {[card.clientName, local(card.requestedBy.name), formatAgo(card.createdAt, new Date(), language)]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
        <span className="flex flex-wrap items-center justify-between gap-2">
          <Tags card={card} />
          <span className="text-xs tabular-nums text-ink-2">{figures.join(' · ')}</span>
        </span>
      </button>
    </li>
  );
}
