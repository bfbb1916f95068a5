import type { Deal } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Input } from '@/ui/field';
import { usePlanStep, useTickStep } from '../api/deals';
import { useSaying } from '../model/use-saying';

const WEEK = 7 * 86_400_000;
const inAWeek = () => new Date(Date.now() + WEEK).toISOString().slice(0, 10);

/** What comes next, with its day; ticked off when done. */
export function DealSteps({ deal, editable }: { deal: Deal; editable: boolean }) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const tick = useTickStep(deal.id);
  const sayError = useSaying();
  const today = new Date().toISOString().slice(0, 10);
  const open = deal.tasks.filter(({ doneAt }) => doneAt === null);
  const done = deal.tasks.filter(({ doneAt }) => doneAt !== null);
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold">{t('steps.title')}</h2>
      {open.length === 0 ? <p className="text-ink-2">{t('steps.none')}</p> : null}
      <ul className="grid gap-1">
        {[...open, ...done].map(({ id, title, dueOn, doneAt }) => (
          <li key={id}>
            <label className="flex min-h-8 items-start gap-2 py-1 max-md:min-h-11">
              <input
                type="checkbox"
                checked={doneAt !== null}
                disabled={!editable || tick.isPending}
                onChange={(event) => tick.mutate({ id, done: event.target.checked }, { onError: sayError })}
                className="mt-0.5 size-4 accent-[var(--ink)]"
              />
              <span className={`min-w-0 flex-1 ${doneAt === null ? '' : 'text-ink-3 line-through'}`}>
                {title}
              </span>
              <span
                className={`text-xs whitespace-nowrap ${doneAt === null && dueOn < today ? 'text-danger' : 'text-ink-3'}`}
              >
                {formatDate(dueOn, language)}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {editable ? <NewStep dealId={deal.id} /> : null}
    </section>
  );
}

function NewStep({ dealId }: { dealId: string }) {
  const { t } = useTranslation('deals');
  const id = useRef(newId());
  const [title, setTitle] = useState('');
  const [dueOn, setDueOn] = useState(inAWeek);
  const plan = usePlanStep(dealId);
  const sayError = useSaying();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '' || dueOn === '') return;
    plan.mutate(
      { id: id.current, title: title.trim(), dueOn },
      {
        onSuccess: () => {
          setTitle('');
          id.current = newId();
        },
        onError: sayError,
      },
    );
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap gap-2">
      <Input
        aria-label={t('steps.new')}
        placeholder={t('steps.new')}
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.target.value)}
        className="min-w-40 flex-1"
      />
      <Input
        type="date"
        aria-label={t('steps.due')}
        value={dueOn}
        onChange={(event) => setDueOn(event.target.value)}
        className="w-36"
      />
      <Button type="submit" disabled={title.trim() === '' || plan.isPending}>
        {t('steps.add')}
      </Button>
    </form>
  );
}
