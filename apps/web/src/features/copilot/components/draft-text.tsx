import type { Draft } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonLook } from '@/ui/button';
import { EngineLabel } from '@/ui/confidence';
import { Field, Input, Textarea } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useEditDraft } from '../api/client';

/** A draft to edit, keep, copy or send from one's own mail program. */
export function DraftText({ draft }: { draft: Draft }) {
  const { t } = useTranslation('copilot');
  const { t: shell } = useTranslation();
  const [subject, setSubject] = useState(draft.subject);
  const [body, setBody] = useState(draft.body);
  const edit = useEditDraft(draft.clientId);
  const changed = subject !== draft.subject || body !== draft.body;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${subject}\n\n${body}`);
      toast.success(t('draft.copied'));
    } catch {
      toast.error(t('draft.not_copied')); // the browser may forbid it: the text can still be selected
    }
  };
  const restore = () =>
    edit.mutate(
      { id: draft.id, wording: null },
      {
        onSuccess: ({ data }) => {
          setSubject(data.subject);
          setBody(data.body);
        },
      },
    );
  return (
    <section
      aria-label={t('draft.text')}
      className="grid gap-3 border-l-2 border-dotted border-line-strong pl-3"
    >
      <p className="flex flex-wrap items-center gap-2 text-xs text-ink-3">
        <EngineLabel engine={draft.engine} />
        {t('draft.rests_on', { count: draft.eventIds.length })}
        {draft.original === null ? null : <strong className="text-ink">{t('draft.edited')}</strong>}
      </p>
      <Field label={t('draft.subject')}>
        {(ids) => (
          <Input
            {...ids}
            value={subject}
            maxLength={200}
            onChange={(event) => setSubject(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('draft.body')}>
        {(ids) => (
          <Textarea
            {...ids}
            value={body}
            maxLength={20_000}
            rows={12}
            onChange={(event) => setBody(event.target.value)}
          />
        )}
      </Field>
      {edit.isError ? <ErrorState error={edit.error} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button
          disabled={!changed || subject.trim() === '' || body === '' || edit.isPending}
          onClick={() => edit.mutate({ id: draft.id, wording: { subject: subject.trim(), body } })}
        >
          {shell('action.save')}
        </Button>
        <Button onClick={() => void copy()}>{t('draft.copy')}</Button>
        {draft.kind === 'email' ? (
          <a
            href={`mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`}
            className={buttonLook({ variant: 'outline', size: 'medium' })}
          >
            {t('draft.mail')}
          </a>
        ) : null}
        {draft.original === null ? null : (
          <Button variant="ghost" onClick={restore} disabled={edit.isPending}>
            {shell('action.restore')}
          </Button>
        )}
      </div>
    </section>
  );
}
