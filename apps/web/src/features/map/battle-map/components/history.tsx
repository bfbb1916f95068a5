import '../details-texts';
import type { BattleMap, MapEdit } from '@tokenholic/contracts';
import { isDirect, undoneRevisions } from '@tokenholic/contracts/undo';
import { formatDateTime } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { useEdits } from '../api/map';
import { describeEdit } from '../model/describe-edit';

interface HistoryProps {
  map: BattleMap;
  mayEdit: boolean;
  onEdit: (edit: MapEdit) => Promise<boolean>;
  onClose: () => void;
}

/** What people did to the map by hand, newest first; each step can be taken back and put forth again. */
export default function History({ map, mayEdit, onEdit, onClose }: HistoryProps) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const { data, isPending, error, refetch } = useEdits(map, true);
  const items = data?.items ?? [];
  const undone = undoneRevisions(items);
  const steps = items.filter(isDirect).toReversed();
  return (
    <Dialog open onClose={onClose} title={t('history.title')}>
      {isPending ? <Skeleton className="h-32" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && steps.length === 0 ? (
        <EmptyState title={t('history.empty')} text={t('history.empty_text')} />
      ) : null}
      <ol className="grid gap-1">
        {steps.map(({ revision, edit, by, at, version }) => {
          const isUndone = undone.has(revision);
          return (
            <li key={revision} className="flex items-start gap-3 rounded-control bg-sunken p-3">
              <p className="min-w-0 flex-1 break-words">
                <span className={isUndone ? 'text-ink-3 line-through' : ''}>
                  {describeEdit(edit, map, t, language)}
                </span>
                <span className="block text-xs text-ink-3">
                  {t('merge.by', { by, date: formatDateTime(at, language) })} ·{' '}
                  {t('version', { number: version })}
                  {isUndone ? ` · ${t('history.undone')}` : ''}
                </span>
                {'reason' in edit && edit.reason !== null ? (
                  <span className="block text-xs text-ink-2">{edit.reason}</span>
                ) : null}
              </p>
              {mayEdit ? (
                <Button
                  size="small"
                  onClick={() => void onEdit({ kind: isUndone ? 'redo' : 'undo', revision })}
                >
                  {t(isUndone ? 'history.redo' : 'history.undo')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}
