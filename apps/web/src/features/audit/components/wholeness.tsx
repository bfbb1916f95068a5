import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { type Trail, useVerification } from '../api/audit';

/** Whether the chain of the trail holds, computed anew. */
export function Wholeness({ trail }: { trail: Trail }) {
  const { t } = useTranslation('audit');
  const { data, error, isFetching, refetch } = useVerification(trail);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-16" />;
  const { entries, brokenAt, seal } = data;
  const holds = brokenAt === null;
  const Sign = holds ? ShieldCheck : ShieldAlert;
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-2 rounded-card border border-line bg-surface p-4 md:grid-cols-[auto_1fr_auto]">
      <Sign aria-hidden className={`size-5 ${holds ? 'text-ok' : 'text-danger'}`} />
      <div className="grid min-w-0 gap-1" aria-live="polite">
        <p className={`font-medium ${holds ? '' : 'text-danger'}`}>
          {holds ? t('whole', { count: entries }) : t('broken', { place: brokenAt })}
        </p>
        {seal === null ? null : (
          <p className="text-xs text-ink-3">
            {t('seal')} <code className="break-all">{seal}</code>
          </p>
        )}
      </div>
      <Button size="small" className="max-md:col-span-2" disabled={isFetching} onClick={() => void refetch()}>
        {t('check')}
      </Button>
    </div>
  );
}
