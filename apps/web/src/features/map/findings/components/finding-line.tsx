import type { ReviewedFinding } from '@tokenholic/contracts';
import { Check, GitMerge, Pencil, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ConfidenceBars } from '@/ui/confidence';
import { stateOf } from '../model/select';
import type { Names } from './use-names';

const ICONS = { validated: Check, rejected: X, corrected: Pencil, merged: GitMerge } as const;

export function FindingLine({
  item,
  names,
  chosen,
  onChoose,
}: {
  item: ReviewedFinding;
  names: Names;
  chosen: boolean;
  onChoose: () => void;
}) {
  const { t } = useTranslation('findings');
  const { finding } = item;
  const state = stateOf(item);
  const Icon = state === 'open' ? null : ICONS[state];
  const isGone = state === 'rejected' || state === 'merged';
  return (
    <li>
      <button
        type="button"
        aria-current={chosen ? 'true' : undefined}
        onClick={onChoose}
        className="flex w-full items-start gap-3 rounded-control p-3 text-left hover:bg-sunken aria-[current]:bg-sunken"
      >
        <span className="grid size-5 shrink-0 place-items-center" title={t(`filter.${state}`)}>
          {Icon === null ? <ConfidenceBars confidence={finding.confidence} /> : <Icon className="size-4" />}
        </span>
        <span className="min-w-0 flex-1">
          <span className={`block truncate ${isGone ? 'text-ink-3 line-through' : 'font-medium'}`}>
            {names.purpose(finding)}
          </span>
          <span className="block truncate text-xs text-ink-2">
            {names.provider(finding)} · {names.model(finding)}
          </span>
        </span>
        <span className="shrink-0 text-right text-xs text-ink-3">
          {finding.standing === 'current' ? '' : t(`standing.${finding.standing}`)}
          <span className="block">
            {finding.conflictsWith.length > 0 ? <span className="text-warn">≠ </span> : null}
            {t('quote_count', { count: finding.quotes.length })}
          </span>
        </span>
      </button>
    </li>
  );
}
