import type { PracticeSession } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { useTalk } from '../api/practice';
import { Comparison } from './comparison';

/** All attempts of one talk; any of them can be opened, or laid beside this one. */
export function Attempts({ session, open }: { session: PracticeSession; open: (id: string) => void }) {
  const { t } = useTranslation('roleplay');
  const [against, setAgainst] = useState<string | null>(null);
  const other = useTalk(against);
  return (
    <section className="grid gap-2 rounded-card border border-line bg-surface p-4">
      <h2 className="font-semibold">{t('attempts.title')}</h2>
      <ol className="grid gap-1">
        {session.attempts.map(({ id, branchedAt, total }, index) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2">
            <span className={id === session.id ? 'font-semibold' : ''}>
              {t('attempts.number', { number: index + 1 })}
              {branchedAt === null ? '' : ` · ${t('attempts.from', { line: branchedAt + 1 })}`} ·{' '}
              {total ?? t('going')}
              {id === session.id ? ` · ${t('attempts.this')}` : ''}
            </span>
            {id === session.id ? null : (
              <span className="flex gap-1">
                <Button size="small" variant="ghost" className="max-md:h-11" onClick={() => open(id)}>
                  {t('attempts.open', { number: index + 1 })}
                </Button>
                <Button
                  size="small"
                  className="max-md:h-11"
                  aria-pressed={against === id}
                  onClick={() => setAgainst(against === id ? null : id)}
                >
                  {t('attempts.compare', { number: index + 1 })}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ol>
      {against === null ? null : other.error !== null ? (
        <ErrorState error={other.error} />
      ) : other.data === undefined ? (
        <Skeleton className="h-24" />
      ) : (
        <Comparison one={session} other={other.data} />
      )}
    </section>
  );
}
