import type { TaskDecision, WorkTask } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Input, Textarea } from '@/ui/field';

export type Answer = 'modify' | 'defer' | 'dismiss';

interface TaskAnswerProps {
  task: WorkTask;
  answer: Answer;
  pending: boolean;
  onBack: () => void;
  onAnswer: (decision: TaskDecision) => void;
}

/** The form of an answer that needs more than a press. */
export function TaskAnswer({ task, answer, pending, onBack, onAnswer }: TaskAnswerProps) {
  const { t } = useTranslation('copilot');
  const { t: shell } = useTranslation();
  const local = useLocal();
  const [text, setText] = useState(answer === 'modify' ? local(task.title) : '');
  const [moment, setMoment] = useState(() =>
    answer === 'defer'
      ? toField(tomorrowMorning(new Date()))
      : task.dueAt === null
        ? ''
        : toField(new Date(task.dueAt)),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const at = moment === '' ? null : new Date(moment).toISOString();
    if (answer === 'modify') onAnswer({ decision: 'modify', title: text.trim(), dueAt: at });
    else if (answer === 'dismiss') onAnswer({ decision: 'dismiss', feedback: text.trim() });
    else if (at !== null) onAnswer({ decision: 'defer', until: at });
  };
  const lacking = (answer === 'modify' && text.trim() === '') || (answer === 'defer' && moment === '');
  return (
    <form onSubmit={submit} className="grid gap-3">
      {answer === 'modify' ? (
        <Field label={t('task.title')}>
          {(ids) => (
            <Input {...ids} value={text} maxLength={200} onChange={(event) => setText(event.target.value)} />
          )}
        </Field>
      ) : null}
      {answer === 'dismiss' ? (
        <Field label={t('task.why_not')} help={t('task.why_not_help')}>
          {(ids) => (
            <Textarea
              {...ids}
              value={text}
              maxLength={500}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      ) : (
        <Field label={t(answer === 'defer' ? 'task.until' : 'task.due')}>
          {(ids) => (
            <Input
              {...ids}
              type="datetime-local"
              value={moment}
              onChange={(event) => setMoment(event.target.value)}
            />
          )}
        </Field>
      )}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={pending || lacking}>
          {t(`task.${answer}`)}
        </Button>
        <Button variant="ghost" onClick={onBack}>
          {shell('action.back')}
        </Button>
      </div>
    </form>
  );
}

/** Local time as the field writes it. */
function toField(moment: Date): string {
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function tomorrowMorning(now: Date): Date {
  const morning = new Date(now);
  morning.setDate(morning.getDate() + 1);
  morning.setHours(9, 0, 0, 0);
  return morning;
}
