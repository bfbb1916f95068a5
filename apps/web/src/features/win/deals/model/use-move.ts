import { useQueryClient } from '@tanstack/react-query';
import type { DealCard, DealStage, Pipeline } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLocal } from '@/i18n';
import { toast } from '@/ui/toast';
import { useMoveDeal } from '../api/deals';

/** Moves a deal at once; won and lost first ask why. */
export function useMove() {
  const { t } = useTranslation('deals');
  const local = useLocal();
  const queries = useQueryClient();
  const request = useMoveDeal();
  const [closing, setClosing] = useState<{ deal: DealCard; to: 'won' | 'lost' } | null>(null);
  const move = (deal: DealCard, to: DealStage) => {
    if (to === 'won' || to === 'lost') return setClosing({ deal, to });
    // The card stands in its new column while the server is asked; a refusal puts it back.
    queries.setQueriesData<Pipeline>({ queryKey: ['deals', 'pipeline'] }, (before) =>
      before === undefined ? before : moved(before, deal, to),
    );
    request.mutate(
      { dealId: deal.id, to, revision: deal.revision, outcome: null },
      { onError: (error) => toast.error(error instanceof ApiError ? local(error.text) : t('not_kept')) },
    );
  };
  return { move, closing, setClosing, busy: request.isPending };
}

/** The board as it will be once the deal has moved; sums follow with the server's answer. */
function moved({ columns }: Pipeline, deal: DealCard, to: DealStage): Pipeline {
  return {
    columns: columns.map((column) => {
      const items = column.items.filter(({ id }) => id !== deal.id);
      if (column.stage === to)
        return { ...column, deals: column.deals + 1, items: [{ ...deal, stage: to }, ...items] };
      return column.stage === deal.stage ? { ...column, deals: column.deals - 1, items } : column;
    }),
  };
}
