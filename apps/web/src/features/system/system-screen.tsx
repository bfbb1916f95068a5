import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '@/shell/page-title';
import { Button } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { CatchUpDialog } from './catch-up-dialog';
import { DeadLetters } from './dead-letters';
import { type ConsumerState, useConsumers } from './system-api';

const CELL = 'px-4 py-2 max-md:px-2';

/** How far the consumers of the log are, and what failed for good. */
export function SystemScreen() {
  const { t } = useTranslation('system');
  usePageTitle(t('shell:nav.system'));
  const consumers = useConsumers();
  const [catchingUp, setCatchingUp] = useState<string | null>(null);
  return (
    <div className="mx-auto grid max-w-[900px] grid-cols-[minmax(0,1fr)] gap-6 px-8 py-8 max-md:px-4">
      <h1 className="text-2xl font-semibold">{t('title')}</h1>
      {consumers.isPending ? <Skeleton className="h-28" /> : null}
      {consumers.isError ? (
        <ErrorState error={consumers.error} onRetry={() => void consumers.refetch()} />
      ) : null}
      {consumers.data === undefined ? null : (
        <ConsumerTable items={consumers.data.items} onCatchUp={setCatchingUp} />
      )}
      {consumers.isError ? null : <DeadLetters />}
      {catchingUp === null ? null : (
        <CatchUpDialog consumer={catchingUp} onClose={() => setCatchingUp(null)} />
      )}
    </div>
  );
}

interface ConsumerTableProps {
  items: readonly ConsumerState[];
  onCatchUp: (consumer: string) => void;
}

function ConsumerTable({ items, onCatchUp }: ConsumerTableProps) {
  const { t } = useTranslation('system');
  return (
    <table className="w-full rounded-card border border-line bg-surface text-left">
      <caption className="pb-2 text-left text-lg font-semibold">{t('consumers')}</caption>
      <thead>
        <tr className="border-b border-line text-xs text-ink-3">
          {(['consumer', 'lag', 'parked', 'dead'] as const).map((column) => (
            <th key={column} scope="col" className={`${CELL} font-medium`}>
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((state) => (
          <tr key={state.consumer} className="border-b border-line last:border-0">
            <th scope="row" className={`${CELL} font-medium`}>
              <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
                {state.consumer}
                <Button
                  size="small"
                  aria-label={t('catch_up.open_of', { consumer: state.consumer })}
                  onClick={() => onCatchUp(state.consumer)}
                >
                  {t('catch_up.open')}
                </Button>
              </span>
            </th>
            <td className={CELL}>{state.lag}</td>
            <td className={CELL}>{state.parked}</td>
            <td className={`${CELL} ${state.deadLetters > 0 ? 'text-danger' : ''}`}>{state.deadLetters}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
