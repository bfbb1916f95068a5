import { Link, useNavigate } from '@tanstack/react-router';
import type { ResearchInput, ResearchRun, SourceReport, Stage } from '@tokenholic/contracts';
import { formatAgo, formatElapsed } from '@tokenholic/presentation';
import { Check, CircleDashed, LoaderCircle, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { useLanguage, useLocal } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button, buttonLook } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { isActive, useRun, useRunCommand, useStartRun } from '../api/runs';

/** Three agents at work; can be left and found again. */
export function RunScreen({ clientId, runId }: { clientId: string; runId: string }) {
  const { t } = useTranslation('run');
  const { t: shell } = useTranslation('shell');
  const { query, live } = useRun(clientId, runId);
  const run = query.data;
  usePageTitle(run === undefined ? t('title') : `${run.clientName} · ${t('title')}`);
  if (query.isError) {
    return (
      <div className="p-8">
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  if (run === undefined) {
    return (
      <div className="mx-auto grid max-w-[980px] gap-4 p-8">
        <Skeleton className="h-10 w-72" />
        <Skeleton className="h-40" />
      </div>
    );
  }
  return (
    <div className="mx-auto grid max-w-[980px] gap-6 px-8 py-8 max-md:px-4 max-md:py-5">
      <header className="grid gap-1">
        <p className="text-ink-3">
          {t('title')} · <span aria-live="polite">{t(`status.${run.status}`)}</span>
          {isActive(run) ? (
            <span className="ml-3 text-ok">● {live ? shell('state.live') : shell('state.polling')}</span>
          ) : null}
        </p>
        <h1 className="text-2xl font-semibold">{run.clientName}</h1>
        {isActive(run) ? <p className="text-ink-2">{t('leave')}</p> : null}
      </header>
      <Failure run={run} />
      <ol className="grid grid-cols-3 gap-3 max-md:grid-cols-1">
        {run.stages.map((stage) => (
          <StageCard key={stage.agent} stage={stage} />
        ))}
      </ol>
      <div className="flex flex-wrap items-end gap-10 max-md:gap-6">
        <Figure label={t('pages')} value={String(run.pages)} />
        <Figure label={t('findings')} value={String(run.findings)} />
        <Figure label={t('elapsed')} value={<Elapsed run={run} />} />
        <div className="ml-auto flex gap-2 max-md:ml-0">
          <Commands run={run} clientId={clientId} />
        </div>
      </div>
      <section className="grid gap-3">
        <h2 className="text-lg font-semibold">{t('sources')}</h2>
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {run.sources.map((source) => (
            <SourceRow key={source.id} source={source} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function Failure({ run }: { run: ResearchRun }) {
  const local = useLocal();
  return run.error === null ? null : (
    <p role="alert" className="rounded-card border border-line bg-surface p-4 text-danger">
      {local(run.error.message)}
    </p>
  );
}

function StageCard({ stage }: { stage: Stage }) {
  const { t } = useTranslation('run');
  const local = useLocal();
  const working = stage.status === 'working';
  const icons = { waiting: CircleDashed, working: LoaderCircle, done: Check, failed: X, skipped: X } as const;
  const Icon = icons[stage.status];
  const part = stage.total === 0 ? (stage.status === 'done' ? 1 : 0) : stage.done / stage.total;
  return (
    <li
      className={`grid gap-2 rounded-card border p-4 ${working ? 'border-ink bg-surface' : 'border-line bg-surface'}`}
    >
      <p className="flex items-center gap-2 text-lg font-semibold">
        <Icon
          className={`size-4 ${working ? 'animate-spin' : ''} ${stage.status === 'done' ? 'text-ok' : ''}`}
        />
        {t(`agent.${stage.agent}`)}
        <span className="ml-auto text-xs font-normal text-ink-3">{t(`stage.${stage.status}`)}</span>
      </p>
      <p className="text-ink-2">{t(`does.${stage.agent}`)}</p>
      <div
        className="h-1.5 overflow-hidden rounded-full bg-sunken"
        role="progressbar"
        aria-label={t(`agent.${stage.agent}`)}
        aria-valuenow={Math.round(part * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div
          className={`h-full rounded-full transition-[width] duration-200 ${working ? 'bg-mark' : 'bg-ink'}`}
          style={{ width: `${part * 100}%` }}
        />
      </div>
      <p className="min-h-4 truncate text-xs text-ink-3">
        {stage.activity === null ? '' : local(stage.activity)}
      </p>
    </li>
  );
}

function Elapsed({ run }: { run: ResearchRun }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const end = run.finishedAt === null ? now : Date.parse(run.finishedAt);
  return formatElapsed(end - Date.parse(run.createdAt));
}

function Commands({ run, clientId }: { run: ResearchRun; clientId: string }) {
  const { t } = useTranslation('run');
  const navigate = useNavigate();
  const allowed = useAllowed('research.run');
  const cancel = useRunCommand(clientId, run.id, 'cancel');
  const resume = useRunCommand(clientId, run.id, 'resume');
  const again = useStartRun(clientId);
  const startAgain = async (input: ResearchInput) => {
    const next = await again.mutateAsync(input);
    await navigate({ to: '/clients/$clientId/runs/$runId', params: { clientId, runId: next.id } });
  };
  if (run.status === 'completed') {
    return (
      <>
        {run.sources.some(({ status }) => status === 'reused') ? (
          <Button
            disabled={!allowed || again.isPending}
            onClick={() => void startAgain({ ...run.input, reread: true })}
          >
            {t('reread')}
          </Button>
        ) : null}
        <Link
          to="/clients/$clientId/map"
          params={{ clientId }}
          className={buttonLook({ variant: 'primary' })}
        >
          {t('open_map')}
        </Link>
      </>
    );
  }
  if (isActive(run)) {
    return (
      <Button variant="danger" disabled={!allowed || cancel.isPending} onClick={() => cancel.mutate()}>
        {t('cancel')}
      </Button>
    );
  }
  return (
    <>
      {run.status === 'cancelled' ? null : (
        <Button variant="primary" disabled={!allowed || resume.isPending} onClick={() => resume.mutate()}>
          {t('resume')}
        </Button>
      )}
      <Button disabled={!allowed || again.isPending} onClick={() => void startAgain(run.input)}>
        {t('again')}
      </Button>
    </>
  );
}

function Figure({ label, value }: { label: string; value: React.ReactNode }) {
  return (
    <div className="grid border-l-2 border-ink pl-3">
      <span className="text-xs text-ink-2">{label}</span>
      <span className="text-2xl font-semibold">{value}</span>
    </div>
  );
}

function SourceRow({ source }: { source: SourceReport }) {
  const { t } = useTranslation('run');
  const local = useLocal();
  const language = useLanguage();
  const bad = ['unreachable', 'forbidden', 'failed', 'skipped'].includes(source.status);
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 px-4 py-2.5">
      <span className="min-w-0 flex-1 truncate">{source.label}</span>
      <span className={bad ? 'text-warn' : source.status === 'read' ? 'text-ok' : 'text-ink-3'}>
        {t(`source.${source.status}`, {
          pages: source.pages,
          ago: source.readAt === undefined ? '' : formatAgo(source.readAt, new Date(), language),
        })}
      </span>
      {source.message === null ? null : (
        <span className="w-full text-xs text-ink-3">{local(source.message)}</span>
      )}
    </li>
  );
}
