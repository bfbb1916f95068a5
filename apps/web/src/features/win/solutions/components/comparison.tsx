import type { DiffLine, SolutionDiff } from '@tokenholic/contracts';
import { formatMoney } from '@tokenholic/presentation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { useComparison } from '../api/solutions';

interface ComparisonProps {
  id: string;
  from: number;
  to: number;
  close: () => void;
}

/** What two versions say differently, side by side or in one column. */
export function Comparison({ id, from, to, close }: ComparisonProps) {
  const { t } = useTranslation('solutions');
  const { t: shell } = useTranslation();
  const [inline, setInline] = useState(false);
  const comparison = useComparison(id, from, to);
  return (
    <section
      aria-labelledby="comparison"
      className="grid gap-4 rounded-card border border-line bg-surface p-4"
    >
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="comparison" className="flex-1 text-lg font-semibold">
          {t('comparison', { from, to })}
        </h2>
        <Button size="small" aria-pressed={inline} onClick={() => setInline(!inline)}>
          {t(inline ? 'side_by_side' : 'one_column')}
        </Button>
        <Button size="small" onClick={close}>
          {shell('action.close')}
        </Button>
      </div>
      {comparison.isPending ? <Skeleton className="h-40" /> : null}
      {comparison.error === null ? null : <ErrorState error={comparison.error} />}
      {comparison.data === undefined ? null : <Differences diff={comparison.data} inline={inline} />}
    </section>
  );
}

function Differences({ diff, inline }: { diff: SolutionDiff; inline: boolean }) {
  const { t } = useTranslation('solutions');
  const language = useLanguage();
  const local = useLocal();
  const money = (cny: number | null) => (cny === null ? t('unknown') : formatMoney(cny, language).text);
  const { cost, days, parts } = diff;
  return (
    <>
      <p className="flex flex-wrap gap-x-4 text-ink-2">
        <span>
          {t('cost_change', { before: money(cost.before.oursCny), after: money(cost.after.oursCny) })}
        </span>
        <span>
          {t('days_change', {
            before: `${days.before.low}–${days.before.high}`,
            after: `${days.after.low}–${days.after.high}`,
          })}
        </span>
      </p>
      {parts.length === 0 ? <p>{t('no_difference')}</p> : null}
      {parts.map(({ section, id, name, change, lines }) => (
        <article key={`${section} ${id}`} className="grid gap-2 border-t border-line pt-3">
          <h3 className="font-semibold">
            {t(`section.${section}`)}
            {name === null ? '' : ` · ${local(name)}`}{' '}
            <span className="text-xs font-normal text-ink-2">{t(`change.${change}`)}</span>
          </h3>
          {inline ? (
            <Lines lines={lines} />
          ) : (
            <div className="grid gap-4 md:grid-cols-2">
              <Lines lines={lines.filter((line) => line.change !== 'added')} />
              <Lines lines={lines.filter((line) => line.change !== 'removed')} />
            </div>
          )}
        </article>
      ))}
    </>
  );
}

function Lines({ lines }: { lines: readonly DiffLine[] }) {
  const local = useLocal();
  return (
    <ul className="grid content-start gap-1 [overflow-wrap:anywhere]">
      {lines.map(({ change, text }) => (
        <li key={`${change} ${text.en}`}>
          {change === 'same' ? <span className="text-ink-2">{local(text)}</span> : null}
          {change === 'added' ? (
            <ins className="bg-mark-soft text-ink no-underline">
              <span aria-hidden>+ </span>
              {local(text)}
            </ins>
          ) : null}
          {change === 'removed' ? (
            <del className="text-danger">
              <span aria-hidden>− </span>
              {local(text)}
            </del>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
