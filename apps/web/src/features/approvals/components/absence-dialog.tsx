import { formatDateTime } from '@tokenholic/presentation';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { useSession } from '@/api/session';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Input, Select } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { useAbsences, useColleagues, useEndAbsence, useSetAbsence } from '../api';

const DAY = 86_400_000;
const dayOf = (time: number) => new Date(time).toLocaleDateString('sv-SE');

/** Who decides while one is away. */
export function AbsenceDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('approvals');
  const language = useLanguage();
  const local = useLocal();
  const me = useSession().data?.user.id;
  const absences = useAbsences();
  const colleagues = useColleagues();
  const set = useSetAbsence();
  const end = useEndAbsence();
  const [standInId, setStandInId] = useState('');
  const [from, setFrom] = useState(() => dayOf(Date.now()));
  const [until, setUntil] = useState(() => dayOf(Date.now() + 5 * DAY));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (standInId === '') return;
    // Whole days of the person's own clock, the last one included.
    const begins = new Date(`${from}T00:00:00`).toISOString();
    const ends = new Date(new Date(`${until}T00:00:00`).getTime() + DAY).toISOString();
    set.mutate({ id: newId(), standInId, from: begins, until: ends }, { onSuccess: () => setStandInId('') });
  };
  return (
    <Dialog open onClose={onClose} title={t('away.title')}>
      <p className="text-ink-2">{t('away.text')}</p>
      <form onSubmit={submit} className="grid grid-cols-2 gap-x-4 gap-y-2">
        <div className="col-span-2">
          <Field label={t('away.stand_in')}>
            {(ids) => (
              <Select {...ids} value={standInId} onChange={({ target }) => setStandInId(target.value)}>
                <option value="">{t('choose_one')}</option>
                {(colleagues.data?.items ?? [])
                  .filter(({ id }) => id !== me)
                  .map(({ id, name }) => (
                    <option key={id} value={id}>
                      {local(name)}
                    </option>
                  ))}
              </Select>
            )}
          </Field>
        </div>
        <Field label={t('away.from')}>
          {(ids) => (
            <Input {...ids} type="date" value={from} onChange={({ target }) => setFrom(target.value)} />
          )}
        </Field>
        <Field label={t('away.until')}>
          {(ids) => (
            <Input {...ids} type="date" value={until} onChange={({ target }) => setUntil(target.value)} />
          )}
        </Field>
        {set.error === null ? null : (
          <div className="col-span-2">
            <ErrorState error={set.error} />
          </div>
        )}
        <Button
          type="submit"
          variant="primary"
          className="justify-self-start"
          disabled={standInId === '' || from === '' || until === '' || set.isPending}
        >
          {t('away.do')}
        </Button>
      </form>
      <ul className="grid divide-y divide-line">
        {(absences.data?.items ?? []).map((absence) => (
          <li key={absence.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span>
              {t('away.line', {
                ...{ name: local(absence.person.name), other: local(absence.standIn.name) },
                ...{
                  from: formatDateTime(absence.from, language),
                  until: formatDateTime(absence.until, language),
                },
              })}
            </span>
            {absence.person.id === me ? (
              <Button size="small" onClick={() => end.mutate(absence.id)}>
                {t('away.end')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
