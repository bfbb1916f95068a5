import { Link } from '@tanstack/react-router';
import type { CustomField, DealCard } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { formatAmount } from '../model/amount';
import { customText } from '../model/custom-text';
import { daysQuiet, isOpen, isOverdue } from '../model/overdue';
import { useStages } from '../model/use-stages';

interface DealLineProps {
  deal: DealCard;
  own: readonly CustomField[];
  chosen: boolean;
  /** Null: this person changes nothing. */
  onChoose: (() => void) | null;
}

/** A deal as a row of the table. */
export function DealLine({ deal, own, chosen, onChoose }: DealLineProps) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const local = useLocal();
  const { nameOf } = useStages();
  const now = new Date();
  return (
    <tr className={`border-b border-line last:border-0 hover:bg-sunken ${chosen ? 'bg-mark-soft' : ''}`}>
      {onChoose === null ? null : (
        <td className="w-8 px-3 py-2">
          <input
            type="checkbox"
            aria-label={t('bulk.select', { title: deal.title })}
            checked={chosen}
            onChange={onChoose}
            className="size-4 align-middle accent-[var(--ink)]"
          />
        </td>
      )}
      <td className="px-3 py-2 md:min-w-40">
        <Link to="/deals/$dealId" params={{ dealId: deal.id }} className="font-semibold hover:underline">
          {deal.title}
        </Link>
        <span className="block text-xs text-ink-2">
          {deal.clientName}
          <span className="md:hidden"> · {nameOf(deal.stage)}</span>
        </span>
      </td>
      <td className="px-3 py-2 whitespace-nowrap max-md:hidden">{nameOf(deal.stage)}</td>
      <td className="px-3 py-2 text-right whitespace-nowrap">
        {formatAmount(deal.amountMinor, deal.currency, language)}
      </td>
      <td className={`px-3 py-2 whitespace-nowrap ${isOverdue(deal, now) ? 'text-danger' : ''}`}>
        {formatDate(deal.closeDate, language)}
      </td>
      <td className="px-3 py-2 text-right whitespace-nowrap max-md:hidden">
        {isOpen(deal) ? t('table.days', { count: daysQuiet(deal, now) }) : ''}
      </td>
      <td className="px-3 py-2 whitespace-nowrap max-md:hidden">
        {deal.nextStepOn === null ? '—' : formatDate(deal.nextStepOn, language)}
      </td>
      <td className="px-3 py-2 whitespace-nowrap max-md:hidden">{local(deal.ownerName)}</td>
      {own.map((field) => (
        <td key={field.key} className="max-w-48 truncate px-3 py-2 whitespace-nowrap max-md:hidden">
          {customText(field, deal.custom[field.key], language) || '—'}
        </td>
      ))}
    </tr>
  );
}
