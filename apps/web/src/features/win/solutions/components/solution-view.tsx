import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { useLanguage, useLocal } from '@/i18n';
import { Button, buttonLook } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { exportAddress, useRemoveSolution, useSolution } from '../api/solutions';
import { Content } from './content';

interface SolutionViewProps {
  id: string;
  version: number | undefined;
  removed: () => void;
}

/** One solution with its exports. */
export function SolutionView({ id, version, removed }: SolutionViewProps) {
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
      <Content content={shown.content} />
    </article>
  );
}
