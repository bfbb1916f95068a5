import type { ActivityKind, Deal } from '@tokenholic/contracts';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { Button } from '@/ui/button';
import { Field, Input, Textarea } from '@/ui/field';
import { useLogActivity } from '../api/deals';
import { useSaying } from '../model/use-saying';
import { ActivityIcon } from './activity-icon';

const KINDS: readonly ActivityKind[] = ['call', 'meeting', 'email', 'note'];

/** The moment as the browser's own field writes it, in local time. */
function localNow(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Keeps what was said, with the people it was said with and their own words. */
export function LogForm({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const id = useRef(newId());
  const [kind, setKind] = useState<ActivityKind>('call');
  const [direction, setDirection] = useState<'in' | 'out'>('out');
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const [at, setAt] = useState(localNow);
  const [people, setPeople] = useState<readonly string[]>([]);
  const log = useLogActivity(deal.id);
  const sayError = useSaying();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const occurredAt = new Date(at);
    if (subject.trim() === '' || Number.isNaN(occurredAt.getTime())) return;
    log.mutate(
      {
        ...{ id: id.current, kind, direction, subject: subject.trim(), text: text.trim() },
        ...{ occurredAt: occurredAt.toISOString(), contactIds: [...people] },
      },
      {
        onSuccess: () => {
          id.current = newId();
          setSubject('');
          setText('');
          setAt(localNow());
        },
        onError: sayError,
      },
    );
  };
  const toggle = (person: string) =>
    setPeople(people.includes(person) ? people.filter((one) => one !== person) : [...people, person]);
  return (
    <form onSubmit={submit} className="grid gap-2 rounded-card border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center gap-2">
        <fieldset className="flex flex-wrap gap-1">
          <legend className="sr-only">{t('log.kind')}</legend>
          {KINDS.map((one) => (
            <Pick key={one} pressed={kind === one} onClick={() => setKind(one)}>
              <ActivityIcon kind={one} /> {t(`activity.${one}`)}
            </Pick>
          ))}
        </fieldset>
        <fieldset className="ml-auto flex gap-1">
          <legend className="sr-only">{t('log.direction')}</legend>
          {(['out', 'in'] as const).map((one) => (
            <Pick key={one} pressed={direction === one} onClick={() => setDirection(one)}>
              {t(`direction.${one}`)}
            </Pick>
          ))}
        </fieldset>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-2 max-md:grid-cols-1">
        <Field label={t('log.subject')} hideLabel>
          {(ids) => (
            <Input
              {...ids}
              value={subject}
              placeholder={t('log.subject')}
              maxLength={200}
              onChange={(event) => setSubject(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('log.at')} hideLabel>
          {(ids) => (
            <Input
              {...ids}
              type="datetime-local"
              value={at}
              onChange={(event) => setAt(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Field label={t('log.text')} hideLabel>
        {(ids) => (
          <Textarea
            {...ids}
            value={text}
            placeholder={t('log.text')}
            maxLength={20_000}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <fieldset className="flex flex-wrap gap-1">
          <legend className="sr-only">{t('log.people')}</legend>
          {deal.people.map(({ id: person, name }) => (
            <Pick key={person} pressed={people.includes(person)} onClick={() => toggle(person)}>
              {name}
            </Pick>
          ))}
        </fieldset>
        <Button
          type="submit"
          variant="primary"
          className="ml-auto"
          disabled={subject.trim() === '' || log.isPending}
        >
          {t('log.keep')}
        </Button>
      </div>
    </form>
  );
}

interface PickProps {
  pressed: boolean;
  onClick: () => void;
  children: React.ReactNode;
}

function Pick({ pressed, onClick, children }: PickProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className="flex h-8 items-center gap-1.5 rounded-control px-2 text-xs text-ink-2 hover:bg-sunken aria-pressed:bg-ink aria-pressed:text-paper max-md:h-11"
    >
      {children}
    </button>
  );
}
