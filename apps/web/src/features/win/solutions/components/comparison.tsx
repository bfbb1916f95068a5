import type { DiffLine, SolutionDiff } from '@tokenholic/contracts';
import { formatMoney } from '@tokenholic/presentation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Select } from '@/ui/field';
import { ErrorState, Skeleton } from '@/ui/states';
import { useComparison } from '../api/solutions';
import { DiagramChanges, isDrawnOtherwise } from './diagram/diagram-changes';

interface ComparisonProps {
  id: string;
  numbers: readonly number[];
  /** The two to begin with; any two can be chosen. */
  first: number;
  second: number;
  close: () => void;
}

/** What two versions say differently, side by side or in one column. */
export function Comparison({ id, numbers, first, second, close }: ComparisonProps) {
  const { t } = useTranslation('solutions');
  const { t: shell } = useTranslation();
  const [inline, setInline] = useState(false);
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(second);
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
        <Pick label={t('compare_from')} value={from} numbers={numbers} pick={setFrom} />
        <Pick label={t('compare_to')} value={to} numbers={numbers} pick={setTo} />
        <Button size="small" aria-pressed={inline} onClick={() => setInline(!inline)}>
          {t(inline ? 'side_by_side' : 'one_column')}
        </Button>
        <Button size="small" onClick={close}>
          {shell('action.close')}
        </Button>
      </div>
      {from === to ? <p>{t('no_difference')}</p> : null}
      {from !== to && comparison.isPending ? <Skeleton className="h-40" /> : null}
      {comparison.error === null ? null : <ErrorState error={comparison.error} />}
      {from === to || comparison.data === undefined ? null : (
        <Differences diff={comparison.data} inline={inline} />
      )}
    </section>
  );
}

interface PickProps {
  label: string;
  value: number;
  numbers: readonly number[];
  pick: (number: number) => void;
}

function Pick({ label, value, numbers, pick }: PickProps) {
  const { t } = useTranslation('solutions');
  return (
    <Field label={label}>
      {(ids) => (
        <Select
          {...ids}
          className="w-auto"
          value={value}
          onChange={(event) => pick(Number(event.target.value))}
        >
          {numbers.map((number) => (
            <option key={number} value={number}>
              {t('version', { number })}
            </option>
          ))}
        </Select>
      )}
    </Field>
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
      {cost.rows.length === 0 ? null : <CostRows rows={cost.rows} />}
      {isDrawnOtherwise(diff.diagram) ? (
        <section className="grid gap-2" aria-label={t('section.diagram')}>
          <h3 className="font-semibold">{t('section.diagram')}</h3>
          <DiagramChanges diff={diff.diagram} />
        </section>
      ) : parts.length === 0 ? (
        <p>{t('no_difference')}</p>
      ) : null}
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

function CostRows({ rows }: { rows: SolutionDiff['cost']['rows'] }) {
  const { t } = useTranslation('solutions');
  const language = useLanguage();
  const local = useLocal();
  const side = (one: SolutionDiff['cost']['rows'][number]['before']) =>
    one === null
      ? '–'
      : `${one.ours === '' ? t('unknown') : one.ours} ${one.oursCny === null ? t('unknown') : formatMoney(one.oursCny, language).text}`;
  return (
    <ul className="grid gap-1">
      {rows.map(({ tileKey, useCase, before, after }) => (
        <li key={tileKey}>
          {local(useCase)}: <del className="text-danger">{side(before)}</del> →{' '}
          <ins className="bg-mark-soft text-ink no-underline">{side(after)}</ins>
        </li>
      ))}
    </ul>
  );
}
