import type { WorkTask } from '@tokenholic/contracts';
import { Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { ErrorState, Skeleton } from '@/ui/states';
import { useTopTasks } from '../api/workspace';
import { deadline } from '../model/moments';

interface TaskListProps {
  now: Date;
  onTask: (task: WorkTask) => void;
}

/** The five things that matter most today, best first, each with why. */
export function TaskList({ now, onTask }: TaskListProps) {
  const { t } = useTranslation('copilot');
  const tasks = useTopTasks();
  const items = tasks.data?.items ?? [];
  const inHand = items.filter(({ status }) => status === 'accepted').length;
  return (
    <section aria-label={t('task.top')} className="grid gap-2">
      <h2 className="flex justify-between font-semibold">
        {t('task.top')}
        {items.length === 0 ? null : (
          <span className="text-xs font-normal text-ink-3">
            {t('task.in_hand', { count: inHand, all: items.length })}
          </span>
        )}
      </h2>
      {tasks.isError ? <ErrorState error={tasks.error} onRetry={() => void tasks.refetch()} /> : null}
      {tasks.isPending ? <Skeleton className="h-32 rounded-card" /> : null}
      {tasks.isSuccess && items.length === 0 ? <p className="text-ink-2">{t('task.none')}</p> : null}
      {items.length === 0 ? null : (
        <ol className="overflow-hidden rounded-card border border-line bg-surface">
          {items.map((task, index) => (
            <li key={task.id} className="border-b border-line last:border-none">
              <TaskLine task={task} place={index + 1} now={now} onTask={() => onTask(task)} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const PRESSURE = { overdue: 'text-danger', soon: 'text-warn', later: 'text-ink-2' };

function TaskLine({
  task,
  place,
  now,
  onTask,
}: {
  task: WorkTask;
  place: number;
  now: Date;
  onTask: () => void;
}) {
  const { t } = useTranslation('copilot');
  const language = useLanguage();
  const local = useLocal();
  const due = task.dueAt === null ? null : deadline(task.dueAt, now, language);
  return (
    <button
      type="button"
      onClick={onTask}
      className={`grid w-full grid-cols-[28px_minmax(0,1fr)_auto] gap-x-2 p-3 text-left hover:bg-sunken ${place === 1 ? 'bg-mark-soft' : ''}`}
    >
      <span
        className={`grid size-6 place-items-center rounded-full text-xs font-semibold ${place === 1 ? 'bg-mark text-mark-ink' : 'bg-sunken text-ink-2'}`}
      >
        {place}
      </span>
      <span className="grid min-w-0">
        <span className={task.status === 'accepted' ? 'font-semibold' : ''}>
          {task.clientName} · {local(task.title)}
        </span>
        <span className="text-xs text-ink-2">{local(task.reason)}</span>
        {task.because.length === 0 ? null : (
          <span className="text-2xs text-ink-3">{task.because.map(local).join(' · ')}</span>
        )}
      </span>
      <span className="grid content-start justify-items-end gap-1">
        {due === null ? null : (
          <span
            className={`flex items-center gap-1 rounded-tile bg-sunken px-1.5 py-0.5 text-xs whitespace-nowrap ${PRESSURE[due.pressure]}`}
          >
            <Clock className="size-3" aria-hidden /> {due.text}
          </span>
        )}
        {task.status === 'accepted' ? <span className="text-2xs text-ok">{t('task.accepted')}</span> : null}
      </span>
    </button>
  );
}
