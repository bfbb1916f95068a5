import type { LifecycleStage } from '@tokenholic/contracts';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { Button } from '@/ui/button';
import { Field, Textarea } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { usePropose } from '../api/lifecycle';

/** Asks the next team to take the client over. */
export function ProposeForm({ clientId, next }: { clientId: string; next: readonly LifecycleStage[] }) {
  const { t } = useTranslation('copilot');
  const id = useRef(newId());
  const [note, setNote] = useState('');
  const propose = usePropose(clientId);
  const [to] = next;
  if (to === undefined) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    propose.mutate({ id: id.current, to, note: note.trim() });
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      <Field label={t('handoff.note')} help={t('handoff.note_help')}>
        {(ids) => (
          <Textarea
            {...ids}
            value={note}
            maxLength={5_000}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {propose.isError ? <ErrorState error={propose.error} /> : null}
      <Button type="submit" variant="primary" className="justify-self-start" disabled={propose.isPending}>
        {t('handoff.propose', { stage: t(`stage.${to}`) })}
      </Button>
    </form>
  );
}
