import type { Solution, SolutionSection, SolutionVersion } from '@tokenholic/contracts';
import { Lock, LockOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { useLanguage, useLocal } from '@/i18n';
import { Button, buttonLook } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { exportAddress, isRunning, useRemoveSolution, useSolution } from '../api/solutions';
import { Comparison } from './comparison';
import { Content } from './content';
import { DiagramSection } from './diagram/diagram-section';
import { PointAnswers } from './point-answers';
import { RefinePanel } from './refine-panel';
import { RunStages, Stages } from './run-stages';
import { VersionTree } from './version-tree';

interface SolutionViewProps {
  id: string;
  version: number | undefined;
  open: (version: number | null) => void;
  removed: () => void;
}

/** One solution: what it says, where it came from, and the way to its next version. */
export function SolutionView({ id, version, open, removed }: SolutionViewProps) {
  const { t } = useTranslation('solutions');
  const local = useLocal();
  const language = useLanguage();
  const solution = useSolution(id, version);
  const remove = useRemoveSolution();
  const writes = useAllowed('knowledge.write');
  if (solution.isPending) return <Skeleton className="h-60" />;
  if (solution.error !== null)
    return <ErrorState error={solution.error} onRetry={() => void solution.refetch()} />;
  const { title, version: shown } = solution.data;
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <header className="grid gap-2">
        <h2 className="text-xl font-semibold [overflow-wrap:anywhere]">{local(title)}</h2>
        {shown === null ? null : <VersionLine solution={solution.data} version={shown} />}
        <div className="flex flex-wrap gap-2">
          {shown === null
            ? null
            : (['docx', 'pdf', 'pptx', 'md'] as const).map((format) => (
                <a
                  key={format}
                  href={exportAddress(id, shown.number, format, language)}
                  download
                  className={buttonLook({ variant: 'outline' })}
                >
                  {t(`export_${format}`)}
                </a>
              ))}
          {writes ? (
            <Button
              variant="danger"
              disabled={remove.isPending}
              onClick={() => {
                if (window.confirm(t('remove_sure'))) remove.mutate(id, { onSuccess: removed });
              }}
            >
              {t('remove')}
            </Button>
          ) : null}
        </div>
      </header>
      <RunStages solution={solution.data} />
      {shown === null ? null : (
        <Versions key={shown.number} solution={solution.data} version={shown} open={open} />
      )}
    </article>
  );
}

/** Which version this is, who wrote it, and how it came to be. */
function VersionLine({ solution, version }: { solution: Solution; version: SolutionVersion }) {
  const { t } = useTranslation('solutions');
  const { t: shell } = useTranslation();
  const { engine } = version.content;
  const { run } = solution;
  const isOfRun = run !== null && run.version === version.number && run.status === 'completed';
  return (
    <div className="grid gap-1 text-xs text-ink-2">
      <p className="flex flex-wrap gap-x-3">
        <span>{t('version', { number: version.number })}</span>
        <span>
          ✦ {engine.via === 'model' ? shell('engine.model', { model: engine.model }) : shell('engine.rules')}
        </span>
        {solution.writing ? <output>{t('writing')}</output> : null}
      </p>
      {isOfRun ? (
        <details>
          <summary className="cursor-pointer">{t('how_made')}</summary>
          <div className="pt-2">
            <Stages run={run} />
          </div>
        </details>
      ) : null}
    </div>
  );
}

interface VersionsProps {
  solution: Solution;
  version: SolutionVersion;
  open: (version: number | null) => void;
}

/** The shown version among the others; parts locked here stay as they are in the next one. */
function Versions({ solution, version, open }: VersionsProps) {
  const { t } = useTranslation('solutions');
  const writes = useAllowed('knowledge.write');
  const [locked, setLocked] = useState<readonly SolutionSection[]>(version.locked);
  const [compared, setCompared] = useState<number | null>(null);
  const numbers = solution.versions.map(({ number }) => number);
  const toggle = (section: SolutionSection) =>
    setLocked(locked.includes(section) ? locked.filter((one) => one !== section) : [...locked, section]);
  return (
    <>
      <PointAnswers version={version} />
      {solution.versions.length < 2 ? null : (
        <VersionTree
          solution={solution}
          shown={version.number}
          compared={compared}
          open={open}
          compare={(number) => setCompared(number === compared ? null : number)}
        />
      )}
      {compared === null ? null : (
        <Comparison
          id={solution.id}
          numbers={numbers}
          first={compared}
          second={version.number}
          close={() => setCompared(null)}
        />
      )}
      <Content
        content={version.content}
        architecture={(show) => (
          <DiagramSection solution={solution} version={version} show={show} made={open} />
        )}
        beside={
          writes
            ? (section) => (
                <Button
                  size="small"
                  variant="ghost"
                  aria-pressed={locked.includes(section)}
                  onClick={() => toggle(section)}
                >
                  {locked.includes(section) ? (
                    <Lock aria-hidden className="size-3.5" />
                  ) : (
                    <LockOpen aria-hidden className="size-3.5" />
                  )}
                  {t(locked.includes(section) ? 'locked' : 'lock')}
                </Button>
              )
            : () => null
        }
      />
      {writes && !isRunning(solution) ? (
        <RefinePanel solution={solution} from={version.number} locked={locked} started={() => open(null)} />
      ) : null}
    </>
  );
}
