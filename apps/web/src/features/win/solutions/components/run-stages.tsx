import type { Solution, SolutionRun, SolutionStage } from '@tokenholic/contracts';
import { Check, CircleDashed, LoaderCircle, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { isRunning, useRunCommand } from '../api/solutions';

/** The three agents behind a version while they work, and the way on when they stopped. Can be left and found again. */
export function RunStages({ solution }: { solution: Solution }) {
  const { t } = useTranslation('solutions');
  const local = useLocal();
  const writes = useAllowed('knowledge.write');
  const cancel = useRunCommand(solution.id, 'cancel');
  const resume = useRunCommand(solution.id, 'resume');
  const { run } = solution;
  if (run === null || run.status === 'completed') return null;
  const active = isRunning(solution);
  return (
    <section aria-labelledby="run" className="grid gap-3 rounded-card border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="run" className="flex-1 text-lg font-semibold" aria-live="polite">
          {t(`run_status.${run.status}`)}
        </h2>
        {writes ? (
          active ? (
            <Button size="small" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
              {t('run_cancel')}
            </Button>
          ) : (
            <Button variant="mark" disabled={resume.isPending} onClick={() => resume.mutate()}>
              {t('run_resume')}
            </Button>
          )
        ) : null}
      </div>
      {run.error === null ? null : (
        <p role="alert" className="text-danger">
          {local(run.error.message)}
        </p>
      )}
      <Stages run={run} />
      {active ? <p className="text-xs text-ink-2">{t('run_leave')}</p> : null}
    </section>
  );
}

/** What each of the three did. */
export function Stages({ run }: { run: SolutionRun }) {
  return (
    <ol className="grid gap-3 md:grid-cols-3">
      {run.stages.map((stage) => (
        <Stage key={stage.agent} stage={stage} />
      ))}
    </ol>
  );
}

const ICONS = { waiting: CircleDashed, working: LoaderCircle, done: Check, failed: X } as const;

function Stage({ stage: { agent, status, done, total, activity } }: { stage: SolutionStage }) {
  const { t } = useTranslation('solutions');
  const local = useLocal();
  const Icon = ICONS[status];
  const part = total === 0 ? (status === 'done' ? 1 : 0) : done / total;
  return (
    <li
      className={classes(
        'grid content-start gap-1.5 rounded-control border p-3',
        status === 'working' ? 'border-ink' : 'border-line',
      )}
    >
      <p className="flex items-center gap-2 font-semibold">
        <Icon
          aria-hidden
          className={classes(
            'size-4',
            status === 'working' && 'animate-spin',
            status === 'done' && 'text-ok',
            status === 'failed' && 'text-danger',
          )}
        />
        {t(`agent.${agent}`)}
        <span className="ml-auto text-xs font-normal text-ink-2">{t(`stage.${status}`)}</span>
      </p>
      <div
        className="h-1.5 overflow-hidden rounded-full bg-sunken"
        role="progressbar"
        aria-label={t(`agent.${agent}`)}
        aria-valuenow={Math.round(part * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div
          className={classes('h-full rounded-full', status === 'working' ? 'bg-mark' : 'bg-ink')}
          style={{ width: `${part * 100}%` }}
        />
      </div>
      <p className="min-h-9 text-xs text-ink-2 [overflow-wrap:anywhere]">
        {activity === null ? t(`does.${agent}`) : local(activity)}
      </p>
    </li>
  );
}
