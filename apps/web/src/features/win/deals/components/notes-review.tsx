import type { Deal, NotesReading } from '@tokenholic/contracts';
import { formatPercent } from '@tokenholic/presentation';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { EngineLabel } from '@/ui/confidence';
import { Field, Input, Select } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { useContacts } from '../api/contacts';
import { useKeepNotes } from '../api/files';

const WEEK = 7 * 86_400_000;

interface NotesReviewProps {
  deal: Deal;
  reading: NotesReading;
  name: string;
  /** Of the meeting. */
  day: string;
  onClose: () => void;
}

/** What was read, before it is kept: who the speakers are and which promises become steps. */
export function NotesReview({ deal, reading, name, day, onClose }: NotesReviewProps) {
  const { t } = useTranslation('deals');
  const { t: shell } = useTranslation('shell');
  const language = useLanguage();
  const id = useRef(newId());
  const people = useContacts(deal.clientId).data?.items ?? [];
  const [subject, setSubject] = useState(
    name === 'notes' || name === '' ? t('notes.subject', { day }) : name,
  );
  const [speakers, setSpeakers] = useState(reading.speakers.map(({ contactId }) => contactId ?? ''));
  const later = new Date(Date.parse(day) + WEEK).toISOString().slice(0, 10);
  const [steps, setSteps] = useState(() =>
    reading.actions.map(({ title, dueOn }) => ({ id: newId(), title, dueOn: dueOn ?? later, chosen: true })),
  );
  const keep = useKeepNotes(deal.id);
  const change = (at: number, more: Partial<(typeof steps)[number]>) =>
    setSteps(steps.map((step, index) => (index === at ? { ...step, ...more } : step)));
  const submit = () =>
    keep.mutate(
      {
        ...{ id: id.current, subject: subject.trim(), text: reading.text },
        occurredAt: new Date(`${day}T12:00:00`).toISOString(),
        contactIds: [...new Set(speakers.filter((one) => one !== ''))],
        tasks: steps.flatMap(({ chosen, ...step }) => (chosen && step.title.trim() !== '' ? [step] : [])),
      },
      { onSuccess: onClose },
    );
  return (
    <div className="grid gap-4">
      <Field label={t('log.subject')}>
        {(ids) => (
          <Input
            {...ids}
            value={subject}
            maxLength={200}
            onChange={(event) => setSubject(event.target.value)}
          />
        )}
      </Field>
      {reading.cut ? <p className="text-warn">{t('notes.cut')}</p> : null}
      {speakers.length === 0 ? null : (
        <fieldset className="grid gap-2">
          <legend className="pb-1 text-xs font-medium text-ink-2">{t('notes.speakers')}</legend>
          {reading.speakers.map((speaker, at) => (
            <div key={speaker.name} className="grid grid-cols-2 items-center gap-2">
              <span className="truncate">
                {speaker.name}{' '}
                <span className="text-xs text-ink-3">{formatPercent(speaker.share, language)}</span>
              </span>
              <Select
                aria-label={t('notes.speaker', { name: speaker.name })}
                value={speakers[at]}
                onChange={({ target }) =>
                  setSpeakers(speakers.map((one, index) => (index === at ? target.value : one)))
                }
              >
                <option value="">{t('notes.nobody')}</option>
                {people.map((person) => (
                  <option key={person.id} value={person.id}>
                    {person.name}
                  </option>
                ))}
              </Select>
            </div>
          ))}
        </fieldset>
      )}
      <fieldset className="grid gap-2">
        <legend className="flex items-center gap-2 pb-1 text-xs font-medium text-ink-2">
          {t('notes.actions')} <EngineLabel engine={reading.engine} />
        </legend>
        {steps.length === 0 ? <p className="text-ink-2">{t('notes.no_actions')}</p> : null}
        {steps.map((step, at) => (
          <div key={step.id} className="grid gap-1 border-l-2 border-dotted border-line-strong pl-3">
            <div className="flex items-center gap-2">
              <input
                type="checkbox"
                aria-label={t('notes.take', { title: step.title })}
                checked={step.chosen}
                onChange={({ target }) => change(at, { chosen: target.checked })}
                className="size-4 accent-[var(--ink)]"
              />
              <Input
                aria-label={t('steps.new')}
                value={step.title}
                maxLength={200}
                onChange={({ target }) => change(at, { title: target.value })}
                className="min-w-0 flex-1"
              />
              <Input
                type="date"
                aria-label={t('steps.due')}
                value={step.dueOn}
                onChange={({ target }) => change(at, { dueOn: target.value || later })}
                className="w-36"
              />
            </div>
            <p className="text-xs text-ink-3">
              “{reading.actions[at]?.quote}”
              {reading.actions[at]?.who == null ? '' : ` — ${reading.actions[at]?.who}`}
            </p>
          </div>
        ))}
      </fieldset>
      {keep.isError ? <ErrorState error={keep.error} /> : null}
      <div className="flex gap-2">
        <Button variant="primary" disabled={subject.trim() === '' || keep.isPending} onClick={submit}>
          {t('notes.keep')}
        </Button>
        <Button onClick={onClose}>{shell('action.cancel')}</Button>
      </div>
    </div>
  );
}
