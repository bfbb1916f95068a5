import { formatDate } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { useTalks } from '../api/practice';
import { Points } from './points';

/** The person's own talks, newest first. */
export function TalkList({ open }: { open: (id: string) => void }) {
  const { t } = useTranslation('roleplay');
  const language = useLanguage();
  const local = useLocal();
  const talks = useTalks();
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold">{t('history')}</h2>
      <p className="text-xs text-ink-3">{t('private')}</p>
      {talks.isPending ? <Skeleton className="h-24" /> : null}
      {talks.error === null ? null : <ErrorState error={talks.error} onRetry={() => void talks.refetch()} />}
      {talks.data?.items.length === 0 ? <EmptyState title={t('none')} text={t('none_help')} /> : null}
      <ul className="grid gap-1">
        {talks.data?.items.map((talk) => (
          <li key={talk.id}>
            <button
              type="button"
              onClick={() => open(talk.id)}
              className="flex w-full items-center justify-between gap-3 rounded-control px-3 py-2 text-left hover:bg-sunken max-md:min-h-11"
            >
              <span className="grid min-w-0">
                <span className="truncate font-medium">
                  {t(`scenarios.${talk.scenario}.name`)} · {t(`levels.${talk.level}.name`)}
                </span>
                <span className="truncate text-xs text-ink-3">
                  {local(talk.customer)} · {formatDate(talk.startedAt, language)}
                  {talk.handedInAt === null ? '' : ` · ${t('handed_in')}`}
                </span>
              </span>
              {talk.total === null ? (
                <span className="text-xs text-ink-3">
                  {t(talk.finishedAt === null ? 'going' : 'unscored')}
                </span>
              ) : (
                <Points points={talk.total} />
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
