import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Input } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { useCatchUp, useMissed } from './system-api';

/** Finds what a consumer passed over since a moment, and hands it over when the operator says so. */
export function CatchUpDialog({ consumer, onClose }: { consumer: string; onClose: () => void }) {
  const { t } = useTranslation('system');
  const [since, setSince] = useState('');
  const missed = useMissed(consumer);
  const catchUp = useCatchUp(consumer);
  const moment = () => new Date(since).toISOString();
  const look = (event: FormEvent) => {
    event.preventDefault();
    catchUp.reset();
    missed.mutate(moment());
  };
  const found = missed.data?.missed;
  const error = missed.error ?? catchUp.error;
  return (
    <Dialog open onClose={onClose} title={t('catch_up.title', { consumer })}>
      <p className="text-ink-2">{t('catch_up.about')}</p>
      <form onSubmit={look} className="flex flex-wrap items-end gap-3">
        <Field label={t('catch_up.since')}>
          {(ids) => (
            <Input
              {...ids}
              type="datetime-local"
              value={since}
              onChange={(event) => {
                setSince(event.target.value);
                missed.reset();
              }}
            />
          )}
        </Field>
        <Button type="submit" className="mb-5" disabled={since === '' || missed.isPending}>
          {t('catch_up.look')}
        </Button>
      </form>
      {error === null ? null : <ErrorState error={error} />}
      <output className="flex flex-wrap items-center gap-3">
        {catchUp.data !== undefined
          ? t('catch_up.done', { count: catchUp.data.putBack })
          : found !== undefined
            ? t('catch_up.found', { count: found })
            : null}
        {found !== undefined && found > 0 && catchUp.data === undefined ? (
          <Button variant="primary" disabled={catchUp.isPending} onClick={() => catchUp.mutate(moment())}>
            {t('catch_up.put_back')}
          </Button>
        ) : null}
      </output>
    </Dialog>
  );
}
