import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Input, Textarea } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useCreateTask } from '../api/client';

interface NewTaskDialogProps {
  clientId: string;
  escalation: boolean;
  onClose: () => void;
}

/** A task of one's own, or an escalation that everybody on the client is told of. */
export function NewTaskDialog({ clientId, escalation, onClose }: NewTaskDialogProps) {
  const { t } = useTranslation('copilot');
  // One id for the whole dialog: pressing again after a lost answer makes no second task.
  const id = useRef(newId());
  const [title, setTitle] = useState('');
  const [reason, setReason] = useState('');
  const [due, setDue] = useState('');
  const create = useCreateTask(clientId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(
      {
        id: id.current,
        title: title.trim(),
        reason: reason.trim(),
        dueAt: due === '' ? null : new Date(due).toISOString(),
        escalation,
      },
      {
        onSuccess: () => {
          toast.success(t(escalation ? 'new_task.escalated' : 'new_task.made'));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog open onClose={onClose} title={t(escalation ? 'new_task.escalate' : 'new_task.title')}>
      <form onSubmit={submit} className="grid gap-3">
        {escalation ? <p className="text-ink-2">{t('new_task.escalate_text')}</p> : null}
        <Field label={t('task.title')}>
          {(ids) => (
            <Input
              {...ids}
              value={title}
              maxLength={200}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('task.reason')}>
          {(ids) => (
            <Textarea
              {...ids}
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('task.due')} help={escalation ? t('new_task.escalate_due') : undefined}>
          {(ids) => (
            <Input
              {...ids}
              type="datetime-local"
              value={due}
              onChange={(event) => setDue(event.target.value)}
            />
          )}
        </Field>
        {create.isError ? <ErrorState error={create.error} /> : null}
        <Button
          type="submit"
          variant="primary"
          className="justify-self-start"
          disabled={title.trim() === '' || create.isPending}
        >
          {t(escalation ? 'new_task.escalate' : 'new_task.make')}
        </Button>
      </form>
    </Dialog>
  );
}
