import type { Approval, DecideApproval } from '@tokenholic/contracts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Textarea } from '@/ui/field';
import { toast } from '@/ui/toast';
import { useDecide } from '../api';

export type Decision = DecideApproval['decision'];
const DECISIONS = [
  { decision: 'approve', variant: 'mark', key: 'a' },
  { decision: 'changes', variant: 'outline', key: 'c' },
  { decision: 'reject', variant: 'danger', key: 'r' },
] as const;

interface DecisionFormProps {
  approval: Approval;
  /** The word that is being given; null: none yet. */
  decision: Decision | null;
  onDecision: (decision: Decision | null) => void;
}

/** Approve, send back or reject, each with a comment; only a yes may be without one. */
export function DecisionForm({ approval, decision, onDecision }: DecisionFormProps) {
  const { t } = useTranslation('approvals');
  const { t: shell } = useTranslation();
  const local = useLocal();
  const [comment, setComment] = useState('');
  const [touched, setTouched] = useState(false);
  const decide = useDecide(approval.id);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (decision !== null) box.current?.focus();
  }, [decision]);
  if (decision === null)
    return (
      <div className="flex flex-wrap gap-2">
        {DECISIONS.map(({ decision: one, variant, key }) => (
          <Button key={one} variant={variant} aria-keyshortcuts={key} onClick={() => onDecision(one)}>
            {t(`decide.${one}`)}
            <kbd className="text-2xs opacity-70 max-md:hidden">{key.toUpperCase()}</kbd>
          </Button>
        ))}
      </div>
    );
  const missing = decision !== 'approve' && comment.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTouched(true);
    if (missing) return;
    decide.mutate(
      { decision, comment: comment.trim(), revision: approval.revision },
      {
        onSuccess: () => {
          toast.success(t(`done.${decision}`));
          onDecision(null);
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className="grid gap-2 rounded-card border border-ink bg-surface p-4">
      <Field
        label={t(`comment.${decision}`)}
        help={t('comment.help')}
        error={
          decide.error instanceof ApiError
            ? local(decide.error.text)
            : touched && missing
              ? t('comment.needed')
              : undefined
        }
      >
        {(ids) => (
          <Textarea
            {...ids}
            ref={box}
            maxLength={2_000}
            value={comment}
            onChange={({ target }) => setComment(target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') onDecision(null);
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
            }}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={decide.isPending}>
          {t(`decide.${decision}`)}
        </Button>
        <Button variant="ghost" onClick={() => onDecision(null)}>
          {shell('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
