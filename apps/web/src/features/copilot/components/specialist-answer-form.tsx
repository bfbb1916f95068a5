import type { SpecialistOutcome } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { useAnswerSpecialist } from '../api/specialists';

const OUTCOMES: readonly SpecialistOutcome[] = ['advised', 'follow_up', 'not_needed'];

/** What came of it, said by who was asked; after it the client is no longer among theirs. */
export function SpecialistAnswerForm({ clientId, requestId }: { clientId: string; requestId: string }) {
  const { t } = useTranslation('copilot');
  const answer = useAnswerSpecialist(clientId);
  const [outcome, setOutcome] = useState<SpecialistOutcome>('advised');
  const [note, setNote] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answer.mutate({ id: requestId, outcome, note });
  };
  return (
    <form onSubmit={submit} className="grid gap-2">
      <fieldset className="flex flex-wrap gap-3">
        <legend className="sr-only">{t('specialists.outcome_label')}</legend>
        {OUTCOMES.map((one) => (
          <label key={one} className="flex min-h-8 items-center gap-2 max-md:min-h-11">
            <input
              type="radio"
              name={`outcome-${requestId}`}
              checked={outcome === one}
              onChange={() => setOutcome(one)}
            />
            {t(`specialists.outcome.${one}`)}
          </label>
        ))}
      </fieldset>
      <Field label={t('specialists.note')}>
        {(ids) => (
          <textarea
            {...ids}
            rows={3}
            maxLength={5_000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            className="rounded-control border border-line-strong bg-surface px-3 py-2"
          />
        )}
      </Field>
      {answer.isError ? <ErrorState error={answer.error} /> : null}
      <div>
        <Button type="submit" variant="primary" disabled={answer.isPending}>
          {t('specialists.answer')}
        </Button>
      </div>
    </form>
  );
}
