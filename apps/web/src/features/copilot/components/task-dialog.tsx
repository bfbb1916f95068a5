import { useNavigate } from '@tanstack/react-router';
import type { TaskDecision, WorkTask } from '@tokenholic/contracts';
import { formatDateTime, formatPercent } from '@tokenholic/presentation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { toast } from '@/ui/toast';
import { useDecide } from '../api/client';
import { type Answer, TaskAnswer } from './task-answer';

interface TaskDialogProps {
  task: WorkTask;
  /** Opened by a key: with the form of that answer right away. */
  answer: Answer | null;
  onClose: () => void;
  onOpen: (opened: { kind: 'draft' | 'handoff'; clientId: string }) => void;
}

/** One task in full: why, what is expected, and the person's word on it. */
export function TaskDialog({ task, answer: first, onClose, onOpen }: TaskDialogProps) {
  const { t } = useTranslation('copilot');
  const language = useLanguage();
  const local = useLocal();
  const [answer, setAnswer] = useState(first);
  const decide = useDecide();
  const settle = (decision: TaskDecision, next?: () => void) =>
    decide.mutate(
      { task, decision },
      {
        onSuccess: () => {
          toast.success(t(`task.said.${decision.decision}`));
          onClose();
          next?.();
        },
        onError: (error) => toast.error(error instanceof ApiError ? local(error.text) : t('task.not_kept')),
      },
    );
  const accepted = task.status === 'accepted';
  const takeOn = useTakeOn(task, onOpen);
  return (
    <Dialog open onClose={onClose} title={local(task.title)}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">
        <Line label={t('task.client')} text={task.clientName} />
        <Line label={t('task.reason')} text={local(task.reason)} />
        {task.outcome === null ? null : <Line label={t('task.outcome')} text={local(task.outcome)} />}
        {task.dueAt === null ? null : (
          <Line label={t('task.due')} text={formatDateTime(task.dueAt, language)} />
        )}
        <Line
          label={t('task.rank')}
          text={`${t('task.score', { score: formatPercent(task.score, language) })}${task.because.length === 0 ? '' : ` · ${task.because.map(local).join(' · ')}`}`}
        />
      </dl>
      {answer === null ? (
        <div className="flex flex-wrap gap-2">
          {accepted ? (
            <>
              <Button variant="primary" onClick={takeOn}>
                {t(`action.${task.action}`)}
              </Button>
              <Button onClick={() => settle({ decision: 'finish' })} disabled={decide.isPending}>
                {t('task.finish')}
              </Button>
              <Button onClick={() => settle({ decision: 'reopen' })} disabled={decide.isPending}>
                {t('task.reopen')}
              </Button>
            </>
          ) : (
            <>
              <Button
                variant="primary"
                onClick={() => settle({ decision: 'accept' }, takeOn)}
                disabled={decide.isPending}
              >
                {t('task.accept')} · {t(`action.${task.action}`)}
              </Button>
              <Button onClick={() => setAnswer('modify')}>{t('task.modify')}</Button>
            </>
          )}
          <Button onClick={() => setAnswer('defer')}>{t('task.defer')}</Button>
          <Button variant="ghost" onClick={() => setAnswer('dismiss')}>
            {t('task.dismiss')}
          </Button>
        </div>
      ) : (
        <TaskAnswer
          task={task}
          answer={answer}
          pending={decide.isPending}
          onBack={() => setAnswer(null)}
          onAnswer={settle}
        />
      )}
    </Dialog>
  );
}

function Line({ label, text }: { label: string; text: string }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd>{text}</dd>
    </>
  );
}

/** Opens what the task is done with. */
function useTakeOn(task: WorkTask, onOpen: TaskDialogProps['onOpen']): () => void {
  const navigate = useNavigate();
  return () => {
    if (task.action === 'draft_email') return onOpen({ kind: 'draft', clientId: task.clientId });
    if (task.action === 'handoff') return onOpen({ kind: 'handoff', clientId: task.clientId });
    const params = { clientId: task.clientId };
    if (task.action === 'open_map') void navigate({ to: '/clients/$clientId/map', params });
    else if (task.action === 'open_run') void navigate({ to: '/clients/$clientId', params });
    else void navigate({ to: '/copilot', search: { client: task.clientId, tab: 'client' } });
  };
}
