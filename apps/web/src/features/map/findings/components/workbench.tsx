import type { ReviewDecision, ReviewedFinding } from '@tokenholic/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Input, Select } from '@/ui/field';
import { EmptyState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useReview } from '../api/findings';
import { matching, STATES, type State, stateOf } from '../model/select';
import { FindingDetail } from './finding-detail';
import { FindingLine } from './finding-line';
import { useNames } from './use-names';

interface WorkbenchProps {
  clientId: string;
  items: readonly ReviewedFinding[];
  mayReview: boolean;
}

/** Findings at the left, the chosen one with its page at the right; on a phone one after the other. */
export function Workbench({ clientId, items, mayReview }: WorkbenchProps) {
  const { t } = useTranslation('findings');
  const local = useLocal();
  const names = useNames();
  const review = useReview(clientId);
  const [state, setState] = useState<State>('all');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [correcting, setCorrecting] = useState(false);
  const shown = matching(items, state, search, names.describe);
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

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (isTyping || event.metaKey || event.ctrlKey || event.altKey || current === undefined) return;
      const key = event.key.toLowerCase();
      if (key === 'j' || key === 'k') choose(shown[index + (key === 'j' ? 1 : -1)]);
      else if (!mayReview) return;
      else if (key === 'v' || key === 'x') {
        judge(current, { decision: key === 'v' ? 'validated' : 'rejected', reason: null });
        if (state === 'all') choose(shown[index + 1]);
      } else if (key === 'e') setCorrecting(true);
      else if (key === 'u' && current.review !== null) judge(current, null);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  return (
    <div className="grid grid-cols-[minmax(320px,420px)_minmax(0,1fr)] items-start gap-5 max-lg:grid-cols-[minmax(0,1fr)]">
      <section
        aria-label={t('list')}
        className={`grid grid-cols-[minmax(0,1fr)] gap-2 ${chosen === null ? '' : 'max-lg:hidden'}`}
      >
        <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-2">
          <div>
            <Field label={t('filter.search')} hideLabel>
              {(ids) => (
                <Input
                  {...ids}
                  type="search"
                  placeholder={t('filter.search')}
                  value={search}
                  onChange={(event) => setSearch(event.target.value)}
                />
              )}
            </Field>
          </div>
          <Field label={t('filter.state')} hideLabel>
            {(ids) => (
              <Select
                {...ids}
                value={state}
                onChange={(event) =>
                  setState(STATES.find((option) => option === event.target.value) ?? 'all')
                }
              >
                {STATES.map((option) => (
                  <option key={option} value={option}>
                    {t(`filter.${option}`)}{' '}
                    {option === 'all'
                      ? items.length
                      : items.filter((item) => stateOf(item) === option).length}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        {shown.length === 0 ? <EmptyState title={t('nothing')} /> : null}
        <ul className="grid gap-1">
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
