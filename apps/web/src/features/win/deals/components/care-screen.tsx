import { Link } from '@tanstack/react-router';
import type { CareStep, Duplicate } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { ArrowLeftRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { useLanguage, useLocal } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button } from '@/ui/button';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useCareSteps, useDuplicates, useMerge, useUndoCare } from '../api/care';
import { useSaying } from '../model/use-saying';

/** Records that are probably one, to be merged; and what was done to many, to be taken back. */
export function CareScreen() {
  const { t } = useTranslation('deals');
  usePageTitle(t('care.title'));
  const found = useDuplicates();
  const items = found.data?.items ?? [];
  return (
    <div className="mx-auto grid max-w-[960px] grid-cols-[minmax(0,1fr)] gap-6 px-6 py-6 max-md:px-4 max-md:py-5">
      <header className="grid gap-1">
        <Link to="/deals" className="justify-self-start text-xs text-ink-2 underline">
          {t('title')}
        </Link>
        <h1 className="text-2xl font-semibold">{t('care.title')}</h1>
        <p className="max-w-[70ch] text-ink-2">{t('care.how')}</p>
      </header>
      <section className="grid gap-3">
        <h2 className="font-semibold">{t('care.duplicates', { count: items.length })}</h2>
        {found.isPending ? <Skeleton className="h-40" /> : null}
        {found.isError ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
        {found.isSuccess && items.length === 0 ? <EmptyState title={t('care.none')} /> : null}
        <ul className="grid gap-2">
          {items.map((pair) => (
            <li key={`${pair.keep.id}${pair.drop.id}`}>
              <Pair pair={pair} />
            </li>
          ))}
        </ul>
      </section>
      <Steps />
    </div>
  );
}

function Pair({ pair }: { pair: Duplicate }) {
  const { t } = useTranslation('deals');
  const local = useLocal();
  const merge = useMerge();
  const sayError = useSaying();
  const [turned, setTurned] = useState(false);
  const [keep, drop] = turned ? [pair.drop, pair.keep] : [pair.keep, pair.drop];
  return (
    <article className="grid gap-2 rounded-card border border-line bg-surface p-4">
      <p className="text-xs text-ink-2">
        {t(`care.kind.${pair.kind}`)}
        {pair.kind === 'account' ? '' : ` · ${pair.clientName}`} · {local(pair.why)}
      </p>
      <div className="grid grid-cols-2 gap-4 max-md:grid-cols-1">
        <Side kind={pair.kind} label={t('care.stays')} side={keep} />
        <Side kind={pair.kind} label={t('care.goes')} side={drop} />
      </div>
      {pair.kind === 'account' ? (
        <p className="text-xs text-ink-2">{t('care.account')}</p>
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            disabled={merge.isPending}
            onClick={() =>
              // The pair is gone from the list by the time it is merged, and with it what it was to say.
              void merge
                .mutateAsync({
                  ...{ id: newId(), keep: keep.id, drop: drop.id },
                  kind: pair.kind === 'deal' ? 'deal' : 'contact',
                })
                .then(() => toast.success(t('care.merged')), sayError)
            }
          >
            {t('care.merge')}
          </Button>
          <Button onClick={() => setTurned(!turned)}>
            <ArrowLeftRight className="size-4" /> {t('care.turn')}
          </Button>
        </div>
      )}
    </article>
  );
}

function Side({ kind, label, side }: { kind: Duplicate['kind']; label: string; side: Duplicate['keep'] }) {
  const local = useLocal();
  const look = 'font-semibold underline';
  return (
    <div className="grid content-start gap-0.5">
      <span className="text-2xs text-ink-3">{label}</span>
      {kind === 'deal' ? (
        <Link to="/deals/$dealId" params={{ dealId: side.id }} className={look}>
          {side.name}
        </Link>
      ) : kind === 'contact' ? (
        <Link to="/contacts/$contactId" params={{ contactId: side.id }} className={look}>
          {side.name}
        </Link>
      ) : (
        <Link to="/deals" search={{ client: side.id }} className={look}>
          {side.name}
        </Link>
      )}
      <span className="text-xs text-ink-2">{local(side.about)}</span>
    </div>
  );
}

function Steps() {
  const { t } = useTranslation('deals');
  const steps = useCareSteps();
  const items = steps.data?.items ?? [];
  if (steps.isError) return <ErrorState error={steps.error} onRetry={() => void steps.refetch()} />;
  if (items.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold">{t('care.steps')}</h2>
      <ul className="grid gap-px overflow-hidden rounded-card border border-line bg-line">
        {items.map((step) => (
          <li key={step.id} className="bg-surface">
            <Step step={step} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Step({ step: { id, text, at, undone, records } }: { step: CareStep & { records: number } }) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const local = useLocal();
  const undo = useUndoCare();
  const sayError = useSaying();
  return (
    <p className="flex flex-wrap items-center gap-3 px-3 py-2">
      <span className="min-w-0 flex-1">
        {local(text)}{' '}
        <span className="text-xs text-ink-3">
          {t('care.records', { count: records })} · {formatDateTime(at, language)}
        </span>
      </span>
      {undone ? (
        <span className="text-xs text-ink-3">{t('care.undone')}</span>
      ) : (
        <Button
          size="small"
          disabled={undo.isPending}
          onClick={() =>
            undo.mutate(id, {
              onSuccess: ({ left }) =>
                left.length === 0
                  ? toast.success(t('care.taken_back'))
                  : toast.warning(t('care.partly_back', { count: left.length })),
              onError: sayError,
            })
          }
        >
          {t('care.undo')}
        </Button>
      )}
    </p>
  );
}
