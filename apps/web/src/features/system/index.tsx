import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatDateTime } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { get, post } from '@/api/http';
import { useLanguage } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';

interface ConsumerState {
  consumer: string;
  lag: number;
  parked: number;
  deadLetters: number;
}

interface DeadLetter {
  id: string;
  consumer: string;
  event: { type: string };
  error: string;
  attempts: number;
  failedAt: string;
}

/** How far the consumers of the log are, and what failed for good. */
export function SystemScreen() {
  const { t } = useTranslation();
  usePageTitle(t('nav.system'));
  const consumers = useQuery({
    queryKey: ['consumers'],
    queryFn: () => get<{ items: ConsumerState[] }>('/api/system/consumers'),
    refetchInterval: 5_000,
  });
  return (
    <div className="mx-auto grid max-w-[900px] grid-cols-[minmax(0,1fr)] gap-6 px-8 py-8 max-md:px-4">
      <h1 className="text-2xl font-semibold">{t('system.title')}</h1>
      {consumers.isPending ? <Skeleton className="h-28" /> : null}
      {consumers.isError ? (
        <ErrorState error={consumers.error} onRetry={() => void consumers.refetch()} />
      ) : null}
      {consumers.data === undefined ? null : (
        <table className="w-full rounded-card border border-line bg-surface text-left">
          <caption className="pb-2 text-left text-lg font-semibold">{t('system.consumers')}</caption>
          <thead>
            <tr className="border-b border-line text-xs text-ink-3">
              {(['consumer', 'lag', 'parked', 'dead'] as const).map((column) => (
                <th key={column} scope="col" className="px-4 py-2 max-md:px-2 font-medium">
                  {t(`system.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {consumers.data.items.map((state) => (
              <tr key={state.consumer} className="border-b border-line last:border-0">
                <th scope="row" className="px-4 py-2 max-md:px-2 font-medium">
                  {state.consumer}
                </th>
                <td className="px-4 py-2 max-md:px-2">{state.lag}</td>
                <td className="px-4 py-2 max-md:px-2">{state.parked}</td>
                <td className={`px-4 py-2 max-md:px-2 ${state.deadLetters > 0 ? 'text-danger' : ''}`}>
                  {state.deadLetters}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {consumers.isError ? null : <DeadLetters />}
    </div>
  );
}

function DeadLetters() {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const letters = useQuery({
    queryKey: ['dead-letters'],
    queryFn: () => get<{ items: DeadLetter[] }>('/api/system/dead-letters'),
    refetchInterval: 10_000,
  });
  const replay = useMutation({
    mutationFn: (id: string) => post(`/api/system/dead-letters/${id}/replay`),
    onSettled: () => client.invalidateQueries(),
  });
  return (
    <section className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('system.dead_letters')}</h2>
      {letters.data?.items.length === 0 ? <p className="text-ink-2">{t('system.none')}</p> : null}
      <ul className="grid gap-2">
        {(letters.data?.items ?? []).map((letter) => (
          <li
            key={letter.id}
            className="flex flex-wrap items-center gap-3 rounded-card border border-line bg-surface p-4"
          >
            <span className="font-medium">{letter.event.type}</span>
            <span className="text-ink-3">
              {letter.consumer} · {t('system.attempts', { count: letter.attempts })} ·{' '}
              {formatDateTime(letter.failedAt, language)}
            </span>
            <span className="w-full text-xs text-danger">{letter.error}</span>
            <Button size="small" disabled={replay.isPending} onClick={() => replay.mutate(letter.id)}>
              {t('system.replay')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
