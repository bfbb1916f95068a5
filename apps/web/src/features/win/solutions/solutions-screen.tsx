import { useNavigate, useSearch } from '@tanstack/react-router';
import type { SolutionLine } from '@tokenholic/contracts';
import { formatMoney } from '@tokenholic/presentation';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { useLanguage, useLocal } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { isRunning, useMappedClients, useSolutions } from './api/solutions';
import { NewSolution } from './components/new-solution';
import { SolutionView } from './components/solution-view';

/** Solutions of one client, or of everybody: begin one, read it, take it along. */
export function SolutionsScreen({ clientId }: { clientId: string | null }) {
  const { t } = useTranslation('solutions');
  usePageTitle(t('title'));
  const { id, version, useCase, tile } = useSearch({ strict: false });
  const navigate = useNavigate();
  const writes = useAllowed('knowledge.write');
  const list = useSolutions(clientId);
  const clients = useMappedClients();
  const nameOf = (wanted: string | null) =>
    clients.data?.items.find((one) => one.clientId === wanted)?.clientName ?? '';
  const open = (next: string | null) => void navigate({ to: '.', search: next === null ? {} : { id: next } });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 px-8 py-8 max-md:px-4 max-md:py-5">
      <header className="grid max-w-[68ch] gap-1">
        <h1 className="text-2xl font-semibold">
          {clientId === null ? t('title') : t('title_of', { name: nameOf(clientId) })}
        </h1>
        <p className="text-ink-2">{t('intro')}</p>
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[18.5rem_minmax(0,1fr)]">
        <div className={classes('grid content-start gap-4', id !== undefined && 'max-lg:hidden')}>
          {writes ? (
            <NewSolution
              clientId={clientId}
              useCase={useCase}
              tile={tile}
              made={(solution) => open(solution.id)}
            />
          ) : null}
          <nav aria-label={t('list')} className="grid gap-1">
            {list.isPending ? <Skeleton className="h-24" /> : null}
            {list.error === null ? null : (
              <ErrorState error={list.error} onRetry={() => void list.refetch()} />
            )}
            {list.data?.items.length === 0 ? <EmptyState title={t('none')} text={t('none_help')} /> : null}
            {list.data?.items.map((line) => (
              <Line
                key={line.id}
                line={line}
                client={nameOf(line.clientId)}
                chosen={line.id === id}
                open={open}
              />
            ))}
          </nav>
        </div>
        {id === undefined ? (
          <div className="grid content-start">
            <EmptyState title={t('choose')} text={t('choose_help')} />
          </div>
        ) : (
          <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4">
            <Button className="justify-self-start lg:hidden" onClick={() => open(null)}>
              <ArrowLeft aria-hidden className="size-4" />
              {t('all')}
            </Button>
            <SolutionView
              key={id}
              id={id}
              version={version}
              open={(number) =>
                void navigate({ to: '.', search: number === null ? { id } : { id, version: number } })
              }
              removed={() => open(null)}
            />
          </div>
        )}
      </div>
    </div>
  );
}

interface LineProps {
  line: SolutionLine;
  client: string;
  chosen: boolean;
  open: (id: string) => void;
}

function Line({ line, client, chosen, open }: LineProps) {
  const { t } = useTranslation('solutions');
  const language = useLanguage();
  const local = useLocal();
  const { savingCny, known, current } = line;
  const amount = savingCny === null ? null : formatMoney(Math.abs(savingCny), language).text;
  return (
    <button
      type="button"
      aria-current={chosen}
      className={classes(
        'grid w-full gap-0.5 rounded-control border border-transparent px-3 py-2 text-left hover:bg-sunken',
        chosen && 'border-line-strong bg-surface',
      )}
      onClick={() => open(line.id)}
    >
      <span className="font-medium [overflow-wrap:anywhere]">{local(line.title)}</span>
      <span className="text-xs text-ink-2">
        {[
          client,
          isRunning(line) ? t('run_status.working') : t('version', { number: current }),
          known ? '' : t('not_known'),
          amount === null ? '' : t((savingCny ?? 0) >= 0 ? 'saves' : 'costs_more', { amount }),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </button>
  );
}
