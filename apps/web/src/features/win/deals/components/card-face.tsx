import type { DealCard } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { CalendarX, Clock, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { formatAmount } from '../model/amount';
import { daysQuiet, isOpen, isOverdue } from '../model/overdue';
import { useStages } from '../model/use-stages';

/** What a card of the board says; the same while it is dragged. */
export function CardFace({ deal }: { deal: DealCard }) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const { rottingDaysOf } = useStages();
  const now = new Date();
  const quiet = daysQuiet(deal, now);
  return (
    <span className="grid gap-1">
      <span className="line-clamp-2 font-semibold">{deal.title}</span>
      <span className="truncate text-xs text-ink-2">{deal.clientName}</span>
      <span className="flex flex-wrap items-baseline justify-between gap-x-2">
        <span className="font-semibold">{formatAmount(deal.amountMinor, deal.currency, language)}</span>
        <span className={`text-xs ${isOverdue(deal, now) ? 'text-danger' : 'text-ink-3'}`}>
          {formatDate(isOpen(deal) ? deal.closeDate : (deal.closedAt ?? deal.closeDate), language)}
        </span>
      </span>
      {isOpen(deal) ? (
        <span className="flex flex-wrap gap-1">
          {quiet >= rottingDaysOf(deal.stage) ? (
            <Sign icon={<Clock />} text={t('sign.quiet', { count: quiet })} />
          ) : null}
          {deal.nextStepOn === null ? <Sign icon={<CalendarX />} text={t('sign.no_step')} /> : null}
          {deal.contacts <= 1 ? (
            <Sign icon={<UserRound />} text={t('sign.contacts', { count: deal.contacts })} />
          ) : null}
        </span>
      ) : null}
    </span>
  );
}

function Sign({ icon, text }: { icon: ReactNode; text: string }) {
  return (
    <span className="inline-flex items-center gap-1 rounded-tile bg-sunken px-1 text-2xs text-warn [&_svg]:size-3">
      {icon} {text}
    </span>
  );
}
