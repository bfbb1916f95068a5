import type { SourceFreshness } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { ErrorState, Skeleton } from '@/ui/states';
import { useSources } from '../api/map';

const DAY_MILLISECONDS = 86_400_000;

/** How old what was read is, by kind of source, and when it stops being good. */
export function SourceAges({ clientId }: { clientId: string }) {
  const { t } = useTranslation('map');
  const { data, isPending, error, refetch } = useSources(clientId);
  if (isPending) return <Skeleton className="h-24" />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) return null;
  return (
    <section className="grid gap-1">
      <h3 className="font-semibold">{t('ages.title')}</h3>
      <ul className="divide-y divide-line rounded-control border border-line">
        {data.items.map((source) => (
          <SourceAge key={source.kind} source={source} />
        ))}
      </ul>
      <p className="text-xs text-ink-3">{t('ages.rule')}</p>
    </section>
  );
}

function SourceAge({ source }: { source: SourceFreshness }) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const { kind, pages, readAt, newestDate, staleAt, isStale, isRenewable, freshDays } = source;
  const days = Math.max(1, Math.ceil(Math.abs(Date.parse(staleAt) - Date.now()) / DAY_MILLISECONDS));
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 px-3 py-2">
      <span className="font-medium">{t(`ages.kind.${kind}`)}</span>
      <span className="text-xs text-ink-3">
        {t('ages.read', { pages, date: formatDate(readAt, language) })}
        {newestDate === null ? '' : ` · ${t('ages.newest', { date: formatDate(newestDate, language) })}`}
      </span>
      <span className={`ml-auto text-xs ${isStale ? 'font-medium text-warn' : 'text-ink-2'}`}>
        {isStale
          ? t(isRenewable ? 'ages.stale' : 'ages.stale_given', { days })
          : t('ages.fresh', { days, freshDays })}
      </span>
    </li>
  );
}
