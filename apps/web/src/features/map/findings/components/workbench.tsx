import type { ReviewDecision, ReviewedFinding } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useReview } from '../api/findings';
import { canTake, keyAtQuote, matching, NO_FILTER, relatedTo } from '../model/select';
import { FilterBar } from './filter-bar';
import { FindingDetail } from './finding-detail';
import { FindingLine } from './finding-line';
import { useNames } from './use-names';
import { type TriageKey, useTriage } from './use-triage';

interface WorkbenchProps {
  clientId: string;
  items: readonly ReviewedFinding[];
  mayReview: boolean;
  /** The passage one came for. */
  quote: string | null;
}

/** Findings at the left, the chosen one with its page at the right; on a phone one after the other. */
export function Workbench({ clientId, items, mayReview, quote }: WorkbenchProps) {
  const { t } = useTranslation('findings');
  const local = useLocal();
  const names = useNames();
  const review = useReview(clientId);
  const [filter, setFilter] = useState(NO_FILTER);
  const [chosen, setChosen] = useState<string | null>(() => keyAtQuote(items, quote));
  const [correcting, setCorrecting] = useState(false);
  const shown = matching(items, filter, names.describe);
  const current = shown.find(({ finding }) => finding.key === chosen) ?? shown[0];
  const index = current === undefined ? -1 : shown.indexOf(current);

  const judge = (item: ReviewedFinding, verdict: ReviewDecision | null) => {
    setCorrecting(false);
    review.mutate(
      { key: item.finding.key, review: verdict },
      { onError: (error) => error instanceof ApiError && toast.error(local(error.text)) },
    );
  };
  const choose = (item: ReviewedFinding | undefined) => {
    if (item === undefined) return;
    setCorrecting(false);
    setChosen(item.finding.key);
  };
  const judgeAndGoOn = (item: ReviewedFinding, decision: 'validated' | 'rejected') => {
    judge(item, { decision, reason: null });
    // In any other list the judged one leaves it, and the next comes up by itself.
    if (filter.state === 'all') choose(shown[index + 1]);
  };

  useTriage((key: TriageKey) => {
    if (current === undefined) return;
    if (key === 'next' || key === 'previous') return choose(shown[index + (key === 'next' ? 1 : -1)]);
    if (!mayReview) return;
    if (key === 'validate') judgeAndGoOn(current, 'validated');
    else if (key === 'reject') judgeAndGoOn(current, 'rejected');
    else if (key === 'correct') setCorrecting(true);
    else if (key === 'reopen' && current.review !== null) judge(current, null);
    else if (key === 'merge') {
      // Which one it merges into is for a person to say: the key leads to the first that can be chosen.
      if (!relatedTo(current.finding, items).some(canTake)) toast.error(t('no_related'));
      else document.querySelector<HTMLElement>('[data-merge]')?.focus();
    }
  });

  return (
    <div className="grid grid-cols-[minmax(320px,420px)_minmax(0,1fr)] items-start gap-5 max-lg:grid-cols-[minmax(0,1fr)]">
      <section
        aria-label={t('list')}
        className={`grid grid-cols-[minmax(0,1fr)] gap-2 ${chosen === null ? '' : 'max-lg:hidden'}`}
      >
        <FilterBar items={items} filter={filter} names={names} onFilter={setFilter} />
        {shown.length === 0 ? <EmptyState title={t('nothing')} /> : null}
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-1">
          {shown.map((item) => (
            <FindingLine
              key={item.finding.key}
              item={item}
              names={names}
              chosen={item === current}
              onChoose={() => choose(item)}
            />
          ))}
        </ul>
        <p className="text-xs text-ink-3 max-lg:hidden">{t('keys')}</p>
      </section>
      {current === undefined ? null : (
        <div className={`grid grid-cols-[minmax(0,1fr)] gap-3 ${chosen === null ? 'max-lg:hidden' : ''}`}>
          <Button size="small" className="justify-self-start lg:hidden" onClick={() => setChosen(null)}>
            {t('back')}
          </Button>
          <FindingDetail
            key={current.finding.key}
            clientId={clientId}
            item={current}
            items={items}
            names={names}
            mayReview={mayReview}
            correcting={correcting}
            onCorrecting={setCorrecting}
            onJudge={(verdict) => judge(current, verdict)}
            onShow={(key) => setChosen(key)}
          />
        </div>
      )}
    </div>
  );
}
