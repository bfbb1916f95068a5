import type { Metric } from '@tokenholic/contracts';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Input, Select } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { useSetObjective } from '../api';
import { METRICS, readTarget } from '../model/format-metric';

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** A new objective for a person. */
export function ObjectiveDialog({ userId, onClose }: { userId: string; onClose: () => void }) {
  const { t } = useTranslation('performance');
  const { t: shell } = useTranslation();
  const id = useRef(newId());
  const now = new Date();
  const [metric, setMetric] = useState<Metric>('first_answer_hours');
  const [target, setTarget] = useState('');
  const [from, setFrom] = useState(dayOf(Date.UTC(now.getFullYear(), now.getMonth(), 1)));
  const [until, setUntil] = useState(dayOf(Date.UTC(now.getFullYear(), now.getMonth() + 1, 0)));
  const [note, setNote] = useState('');
  const [touched, setTouched] = useState(false);
  const set = useSetObjective();
  const read = readTarget(metric, target);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTouched(true);
    if (read === undefined || from === '' || until < from) return;
    set.mutate(
      { id: id.current, userId, metric, target: read, from, until, note: note.trim() },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog open onClose={onClose} title={t('add')}>
      <form onSubmit={submit} noValidate className="grid grid-cols-2 gap-x-4 gap-y-2">
        <div className="col-span-2">
          <Field label={t('column.metric')} help={t(`how.${metric}`)}>
            {(ids) => (
              <Select
                {...ids}
                value={metric}
                onChange={(event) => setMetric(METRICS.find((one) => one === event.target.value) ?? metric)}
              >
                {METRICS.map((one) => (
                  <option key={one} value={one}>
                    {t(`metric.${one}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <div className="col-span-2">
          <Field
            label={t('field.target')}
            help={t(`unit.${metric}`)}
            error={touched && read === undefined ? t('field.target_bad') : undefined}
          >
            {(ids) => (
              <Input
                {...ids}
                inputMode="decimal"
                value={target}
                onChange={(event) => setTarget(event.target.value)}
              />
            )}
          </Field>
        </div>
        <Field label={t('field.from')}>
          {(ids) => (
            <Input {...ids} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          )}
        </Field>
        <Field label={t('field.until')} error={until < from ? t('field.until_bad') : undefined}>
          {(ids) => (
            <Input {...ids} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
          )}
        </Field>
        <div className="col-span-2">
          <Field label={t('field.note')}>
            {(ids) => (
              <Input
                {...ids}
                maxLength={500}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
        </div>
        {set.error === null ? null : (
          <div className="col-span-2">
            <ErrorState error={set.error} />
          </div>
        )}
        <div className="col-span-2 flex gap-2">
          <Button type="submit" variant="primary" disabled={set.isPending}>
            {shell('action.save')}
          </Button>
          <Button onClick={onClose}>{shell('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
