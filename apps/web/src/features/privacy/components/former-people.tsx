import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useErasePerson, useFormerPeople } from '../api/privacy';
import { Section } from './section';

/** Who left, each with the erasure of what is left of the person. */
export function FormerPeople() {
  const { t } = useTranslation('privacy');
  const { t: shell } = useTranslation();
  const local = useLocal();
  const day = new Intl.DateTimeFormat(useLanguage(), { dateStyle: 'medium' });
  const { data, error, refetch } = useFormerPeople();
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null);
  const erase = useErasePerson();
  const done = () => {
    setChosen(null);
    toast.success(t('erase.done'));
  };
  if (data?.length === 0) return null;
  return (
    <Section title={t('former.title')} text={t('former.text')}>
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      <ul className="grid divide-y divide-line rounded-card border border-line bg-surface px-4 empty:hidden">
        {(data ?? []).map(({ id, name, leftAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-2 py-3">
            <span className="flex-1 basis-40">
              <span className="font-medium">{local(name)}</span>{' '}
              <span className="text-xs text-ink-3">
                {t('former.left', { date: day.format(new Date(leftAt)) })}
              </span>
            </span>
            <Button
              size="small"
              variant="danger"
              aria-label={t('erase_one', { name: local(name) })}
              onClick={() => setChosen({ id, name: local(name) })}
            >
              {t('erase.short')}
            </Button>
          </li>
        ))}
      </ul>
      <Dialog
        open={chosen !== null}
        onClose={() => setChosen(null)}
        title={t('erase_one', { name: chosen?.name ?? '' })}
      >
        <div className="grid gap-3">
          <p>{t('former.warning', { name: chosen?.name ?? '' })}</p>
          {erase.error === null ? null : <ErrorState error={erase.error} />}
          <div className="flex gap-2">
            <Button
              variant="danger"
              disabled={erase.isPending}
              onClick={() => erase.mutate(chosen?.id ?? '', { onSuccess: done })}
            >
              {t('erase.submit')}
            </Button>
            <Button variant="ghost" onClick={() => setChosen(null)}>
              {shell('action.cancel')}
            </Button>
          </div>
        </div>
      </Dialog>
    </Section>
  );
}
