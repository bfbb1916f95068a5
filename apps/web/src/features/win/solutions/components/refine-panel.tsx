import type { FeedbackPoint, Solution, SolutionSection } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Textarea } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { useReadPoints, useRefine } from '../api/solutions';

interface RefinePanelProps {
  solution: Solution;
  /** The version to go on from. */
  from: number;
  locked: readonly SolutionSection[];
  started: () => void;
}

/** Feedback in the client's words, the points found in it to look over, and the run that answers them. */
export function RefinePanel({ solution, from, locked, started }: RefinePanelProps) {
  const { t } = useTranslation('solutions');
  const { t: shell } = useTranslation();
  const language = useLanguage();
  const [feedback, setFeedback] = useState('');
  const [left, setLeft] = useState<readonly string[]>([]);
  const read = useReadPoints(solution.id);
  const refine = useRefine(solution.id);
  const found = read.data?.points ?? [];
  const points = found.filter(({ id }) => !left.includes(id));
  const run = () =>
    refine.mutate(
      { feedback, from, points, locked: [...locked] },
      {
        onSuccess: () => {
          setFeedback('');
          read.reset();
          started();
        },
      },
    );
  return (
    <section aria-labelledby="refine" className="grid gap-3 rounded-card border border-line bg-surface p-4">
      <h2 id="refine" className="text-lg font-semibold">
        {t('refine')}
      </h2>
      <Field label={t('feedback')} help={t('feedback_help')}>
        {(ids) => (
          <Textarea
            {...ids}
            maxLength={40_000}
            value={feedback}
            onChange={(event) => {
              setFeedback(event.target.value);
              read.reset();
            }}
          />
        )}
      </Field>
      {read.data === undefined ? (
        <Button
          variant="primary"
          className="justify-self-start"
          disabled={feedback.trim().length < 3 || read.isPending}
          onClick={() => {
            setLeft([]);
            read.mutate(feedback);
          }}
        >
          {t('read_points')}
        </Button>
      ) : (
        <div className="grid gap-3" aria-live="polite">
          <p className="text-xs text-ink-2">
            {t('points_found', { count: found.length })} · ✦{' '}
            {read.data.engine.via === 'model'
              ? shell('engine.model', { model: read.data.engine.model })
              : shell('engine.rules')}
          </p>
          {found.length === 0 ? <p>{t('no_points')}</p> : null}
          <ul className="grid gap-2">
            {found.map((point) => (
              <PointLine
                key={point.id}
                point={point}
                kept={!left.includes(point.id)}
                toggle={() =>
                  setLeft(
                    left.includes(point.id) ? left.filter((id) => id !== point.id) : [...left, point.id],
                  )
                }
              />
            ))}
          </ul>
          {locked.length === 0 ? null : (
            <p className="text-ink-2">
              {t('locked_list', {
                list: locked.map((one) => t(`section.${one}`)).join(language === 'zh' ? '、' : ', '),
              })}
            </p>
          )}
          <Button
            variant="mark"
            className="justify-self-start"
            disabled={points.length === 0 || refine.isPending}
            onClick={run}
          >
            {t('run', { count: points.length, from })}
          </Button>
        </div>
      )}
      {read.error === null ? null : <ErrorState error={read.error} />}
      {refine.error === null ? null : <ErrorState error={refine.error} />}
    </section>
  );
}

function PointLine({ point, kept, toggle }: { point: FeedbackPoint; kept: boolean; toggle: () => void }) {
  const local = useLocal();
  return (
    <li>
      <label className="flex min-h-9 items-start gap-3 max-md:min-h-11">
        <input type="checkbox" className="mt-1 size-4 shrink-0 accent-ink" checked={kept} onChange={toggle} />
        <span className="grid gap-0.5 [overflow-wrap:anywhere]">
          <span className="font-medium">{local(point.reads)}</span>
          <span className="text-xs text-ink-2">“{point.quote}”</span>
        </span>
      </label>
    </li>
  );
}
