import type { DealImport } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button, buttonLook } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorState, Skeleton } from '@/ui/states';
import { errorFile, useImports, useRunImport, useUndoImport } from '../api/imports';
import { useSaying } from '../model/use-saying';

/** Earlier imports: how far they are, their bad lines, and the way back. */
export function ImportList({ onOpen }: { onOpen: (importId: string) => void }) {
  const { t } = useTranslation('deals');
  const imports = useImports();
  if (imports.isError) return <ErrorState error={imports.error} onRetry={() => void imports.refetch()} />;
  if (imports.isPending) return <Skeleton className="h-24" />;
  if (imports.data.items.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold">{t('import.earlier')}</h2>
      <ul className="grid gap-2">
        {imports.data.items.map((one) => (
          <li key={one.id}>
            <ImportLine one={one} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ImportLine({ one, onOpen }: { one: DealImport; onOpen: (importId: string) => void }) {
  const { t } = useTranslation('deals');
  const { t: shell } = useTranslation('shell');
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const run = useRunImport();
  const undo = useUndoImport();
  const sayError = useSaying();
  const share = one.lines === 0 ? 0 : one.position / one.lines;
  return (
    <article className="grid gap-2 rounded-card border border-line bg-surface p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 className="font-semibold">{one.fileName}</h3>
        <span className="text-xs text-ink-3">{formatDateTime(one.at, language)}</span>
        <span className="text-ink-2">
          {t(`import.status.${one.status}`)}
          {one.status === 'uploaded'
            ? ''
            : ` · ${t('import.made', { count: one.created })}${one.skipped === 0 ? '' : ` · ${t('import.duplicates', { count: one.skipped })}`}${one.wrong === 0 ? '' : ` · ${t('import.wrong', { count: one.wrong })}`}`}
          {one.kept === 0 ? '' : ` · ${t('import.kept', { count: one.kept })}`}
        </span>
        <span className="ml-auto flex flex-wrap gap-1.5">
          {one.status === 'uploaded' ? (
            <Button size="small" onClick={() => onOpen(one.id)}>
              {t('import.open')}
            </Button>
          ) : null}
          {one.skipped + one.wrong > 0 ? (
            <a className={buttonLook({ size: 'small' })} href={errorFile(one.id)} download>
              {t('import.errors')}
            </a>
          ) : null}
          {one.status === 'running' ? (
            <Button
              size="small"
              disabled={run.isPending}
              onClick={() => run.mutate(one.id, { onError: sayError })}
            >
              {t('import.resume')}
            </Button>
          ) : null}
          {one.status === 'done' || one.status === 'running' ? (
            <Button size="small" variant="danger" onClick={() => setAsking(true)}>
              {t('import.undo')}
            </Button>
          ) : null}
        </span>
      </div>
      {one.status === 'running' ? (
        <progress
          aria-label={t('import.progress', { name: one.fileName })}
          value={share}
          className="h-2 w-full accent-[var(--ink)]"
        />
      ) : null}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('import.undo_title', { name: one.fileName })}
      >
        <p>{t('import.undo_text')}</p>
        <div className="flex gap-2">
          <Button
            variant="danger"
            disabled={undo.isPending}
            onClick={() => undo.mutate(one.id, { onSuccess: () => setAsking(false), onError: sayError })}
          >
            {t('import.undo')}
          </Button>
          <Button onClick={() => setAsking(false)}>{shell('action.cancel')}</Button>
        </div>
      </Dialog>
    </article>
  );
}
