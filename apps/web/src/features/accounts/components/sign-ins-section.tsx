import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { useSignIns } from '../api/account';
import { Section } from './section';

/** The last tries to sign in; one that was not one's own is a reason for a new password. */
export function SignInsSection() {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const { data, isPending, error, refetch } = useSignIns();
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Section title={t('sign_ins.title')} text={t('sign_ins.text')}>
      {isPending ? <Skeleton className="h-16" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 ? <EmptyState title={t('sign_ins.empty')} /> : null}
      <ul className="grid divide-y divide-line">
        {(data ?? []).map(({ at, outcome }) => (
          <li key={`${at} ${outcome}`} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span className={outcome === 'signed_in' ? '' : 'font-medium text-danger'}>
              {t(`sign_ins.${outcome}`)}
            </span>
            <time dateTime={at} className="text-xs text-ink-3">
              {moment.format(new Date(at))}
            </time>
          </li>
        ))}
      </ul>
    </Section>
  );
}
