import type { ApprovalCard } from '@tokenholic/contracts';
import { ChevronsUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';

const RISK = { low: 'text-ink-2', medium: 'text-warn', high: 'text-danger' };

/** Type, risk, and whether it was handed on for want of time. */
export function Tags({ card }: { card: Pick<ApprovalCard, 'type' | 'risk' | 'escalated'> }) {
  const { t } = useTranslation('approvals');
  return (
    <span className="flex flex-wrap items-center gap-1.5 text-2xs">
      <span className="rounded-tile bg-sunken px-1.5 py-0.5 text-ink-2">{t(`type.${card.type}`)}</span>
      <span className={`rounded-tile border border-line px-1.5 py-0.5 ${RISK[card.risk]}`}>
        {t(`risk.${card.risk}`)}
      </span>
      {card.escalated ? (
        <span className="flex items-center gap-0.5 rounded-tile border border-line px-1.5 py-0.5 text-danger">
          <ChevronsUp className="size-3" aria-hidden /> {t('escalated')}
        </span>
      ) : null}
    </span>
  );
}
