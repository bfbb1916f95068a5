import { formatDateTime } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { useDeadLetters, useReplay } from './system-api';

/** Events that failed for good, each with its error and another try. */
export function DeadLetters() {
  const { t } = useTranslation('system');
  const language = useLanguage();
  const letters = useDeadLetters();
  const replay = useReplay();
  return (
    <section className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('dead_letters')}</h2>
      {letters.data?.items.length === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      <ul className="grid gap-2">
        {(letters.data?.items ?? []).map((letter) => (
          <li
            key={letter.id}
            className="flex flex-wrap items-center gap-3 rounded-card border border-line bg-surface p-4"
          >
            <span className="font-medium">{letter.event.type}</span>
            <span className="text-ink-3">
              {letter.consumer} · {t('attempts', { count: letter.attempts })} ·{' '}
              {formatDateTime(letter.failedAt, language)}
            </span>
            <span className="w-full text-xs text-danger">{letter.error}</span>
            <Button size="small" disabled={replay.isPending} onClick={() => replay.mutate(letter.id)}>
              {t('replay')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
