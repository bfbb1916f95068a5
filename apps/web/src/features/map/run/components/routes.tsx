import { Navigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { useLatestRun } from '../api/runs';
import { RunScreen } from './run-screen';

export function RunRoute() {
  const { clientId, runId } = useParams({ from: '/clients/$clientId/runs/$runId' });
  return <RunScreen key={runId} clientId={clientId} runId={runId} />;
}

/** A client's own address: the map when it is drawn, the run while it is not. */
export function ClientRoute() {
  const { t } = useTranslation('run');
  const { clientId } = useParams({ from: '/clients/$clientId' });
  const runs = useLatestRun(clientId);
  if (runs.isError) {
    return (
      <div className="p-8">
        <ErrorState error={runs.error} onRetry={() => void runs.refetch()} />
      </div>
    );
  }
  const run = runs.data?.items[0];
  if (run === undefined) {
    return (
      <div className="grid max-w-xl gap-4 p-8">
        {runs.isPending ? <Skeleton className="h-24" /> : <EmptyState title={t('no_run')} />}
      </div>
    );
  }
  return run.status === 'completed' ? (
    <Navigate to="/clients/$clientId/map" params={{ clientId }} replace />
  ) : (
    <Navigate to="/clients/$clientId/runs/$runId" params={{ clientId, runId: run.id }} replace />
  );
}
