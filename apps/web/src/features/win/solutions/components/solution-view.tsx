import type { Solution, SolutionSection } from '@tokenholic/contracts';
import { Lock, LockOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { useLanguage, useLocal } from '@/i18n';
import { Button, buttonLook } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { exportAddress, useRemoveSolution, useSolution } from '../api/solutions';
import { Comparison } from './comparison';
import { Content } from './content';
import { PointAnswers } from './point-answers';
import { RefinePanel } from './refine-panel';
import { VersionTree } from './version-tree';

interface SolutionViewProps {
  id: string;
  version: number | undefined;
  open: (version: number) => void;
  removed: () => void;
}

/** One solution: what it says, where it came from, and the way to its next version. */
export function SolutionView({ id, version, open, removed }: SolutionViewProps) {
  const { t } = useTranslation('solutions');
  const { t: shell } = useTranslation();
  const local = useLocal();
  const language = useLanguage();
  const solution = useSolution(id, version);
  const remove = useRemoveSolution();
  const writes = useAllowed('knowledge.write');
  if (solution.isPending) return <Skeleton className="h-60" />;
  if (solution.error !== null)
    return <ErrorState error={solution.error} onRetry={() => void solution.refetch()} />;
  const { title, version: shown, writing } = solution.data;
  const { engine } = shown.content;
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <header className="grid gap-2">
        <h2 className="text-xl font-semibold [overflow-wrap:anywhere]">{local(title)}</h2>
        <p className="flex flex-wrap gap-x-3 text-xs text-ink-2">
          <span>{t('version', { number: shown.number })}</span>
          <span>
            ✦{' '}
            {engine.via === 'model' ? shell('engine.model', { model: engine.model }) : shell('engine.rules')}
          </span>
          {writing ? <output>{t('writing')}</output> : null}
        </p>
        <div className="flex flex-wrap gap-2">
          {(['docx', 'md'] as const).map((format) => (
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
      <Versions key={shown.number} solution={solution.data} open={open} />
    </article>
  );
}

/** The shown version among the others; parts locked here stay as they are in the next one. */
function Versions({ solution, open }: { solution: Solution; open: (version: number) => void }) {
  const { t } = useTranslation('solutions');
  const writes = useAllowed('knowledge.write');
  const [locked, setLocked] = useState<readonly SolutionSection[]>(solution.version.locked);
  const [compared, setCompared] = useState<number | null>(null);
  const toggle = (section: SolutionSection) =>
    setLocked(locked.includes(section) ? locked.filter((one) => one !== section) : [...locked, section]);
  return (
    <>
      <PointAnswers version={solution.version} />
      {solution.versions.length < 2 ? null : (
        <VersionTree
          solution={solution}
          compared={compared}
          open={open}
          compare={(number) => setCompared(number === compared ? null : number)}
        />
      )}
      {compared === null ? null : (
        <Comparison
          id={solution.id}
          from={compared}
          to={solution.version.number}
          close={() => setCompared(null)}
        />
      )}
      <Content
        content={solution.version.content}
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
      {writes ? <RefinePanel solution={solution} locked={locked} made={open} /> : null}
    </>
  );
}
