import type { Handoff } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Textarea } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { useDecideHandoff, useTick } from '../api/lifecycle';

/** A hand-off that waits: its checklist, and the next team's answer. */
export function OpenHandoff({ clientId, handoff }: { clientId: string; handoff: Handoff }) {
  const { t } = useTranslation('copilot');
  const local = useLocal();
  const tick = useTick(clientId, handoff.id);
  const decide = useDecideHandoff(clientId, handoff.id);
  const [returning, setReturning] = useState(false);
  const [reason, setReason] = useState('');
  const done = handoff.checklist.filter((item) => item.done).length;
  const complete = done === handoff.checklist.length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decide.mutate({ decision: 'return', reason: reason.trim() });
  };
  return (
    <section className="grid gap-3">
      <h3 className="font-semibold">
        {t(`stage.${handoff.from}`)} → {t(`stage.${handoff.to}`)}
        <span className="ml-2 text-xs font-normal text-ink-3">
          {t('handoff.progress', { done, all: handoff.checklist.length })}
        </span>
      </h3>
      {handoff.note === '' ? null : <p className="whitespace-pre-wrap text-ink-2">{handoff.note}</p>}
      <fieldset className="grid gap-1" disabled={tick.isPending || decide.isPending}>
        <legend className="sr-only">{t('handoff.checklist')}</legend>
        {handoff.checklist.map((item) => (
          <label key={item.key} className="flex min-h-8 items-center gap-2 max-md:min-h-11">
            <input
              type="checkbox"
              checked={item.done}
              onChange={(event) => tick.mutate({ key: item.key, done: event.target.checked })}
            />
            {local(item.label)}
          </label>
        ))}
      </fieldset>
      {tick.isError ? <ErrorState error={tick.error} /> : null}
      {decide.isError ? <ErrorState error={decide.error} /> : null}
      {returning ? (
        <form onSubmit={submit} className="grid gap-2">
          <Field label={t('handoff.reason')}>
            {(ids) => (
              <Textarea
                {...ids}
                value={reason}
                maxLength={1_000}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          <Button
            type="submit"
            className="justify-self-start"
            disabled={reason.trim() === '' || decide.isPending}
          >
            {t('handoff.return')}
          </Button>
        </form>
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <Button
            variant="primary"
            disabled={!complete || decide.isPending}
            onClick={() => decide.mutate({ decision: 'accept' })}
          >
            {t('handoff.accept')}
          </Button>
          <Button onClick={() => setReturning(true)}>{t('handoff.return')}</Button>
          {complete ? null : (
            <>
              <Button
                disabled={decide.isPending}
                onClick={() => decide.mutate({ decision: 'accept', withMissing: true })}
              >
                {t('handoff.accept_incomplete')}
              </Button>
              <span className="basis-full text-xs text-ink-3">{t('handoff.incomplete')}</span>
            </>
          )}
        </div>
      )}
    </section>
  );
}
