import type { BattleMap, MapEdit } from '@tokenholic/contracts';
import { nextSteps } from '@tokenholic/contracts/undo';
import { History as HistoryIcon, Redo2, Undo2 } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { Button } from '@/ui/button';
import { useEdits } from '../api/map';

const History = lazy(() => import('./history'));

interface UndoButtonsProps {
  map: BattleMap;
  mayEdit: boolean;
  onEdit: (edit: MapEdit) => Promise<boolean>;
}

/** Takes back one's own last edit and puts it forth again, by button or key; beside it the history of all edits. */
export function UndoButtons({ map, mayEdit, onEdit }: UndoButtonsProps) {
  const { t } = useTranslation('map');
  const me = useSession().data?.user.name.zh ?? '';
  const { data } = useEdits(map, mayEdit);
  const [open, setOpen] = useState(false);
  const { undo, redo } = nextSteps(data?.items ?? [], me);
  useEffect(() => {
    if (!mayEdit) return;
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (isTyping || !(event.metaKey || event.ctrlKey)) return;
      const key = event.key.toLowerCase();
      const wanted = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : null;
      const revision = wanted === 'redo' ? redo : undo;
      if (wanted === null || revision === null) return;
      event.preventDefault();
      void onEdit({ kind: wanted, revision });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [mayEdit, undo, redo, onEdit]);
  return (
    <span className="flex max-md:hidden">
      {mayEdit ? (
        <>
          <Button
            variant="ghost"
            size="icon"
            aria-label={t('history.undo_last')}
            title={t('history.undo_last')}
            disabled={undo === null}
            onClick={() => undo !== null && void onEdit({ kind: 'undo', revision: undo })}
          >
            <Undo2 className="size-4" />
          </Button>
          <Button
            variant="ghost"
            size="icon"
            aria-label={t('history.redo_last')}
            title={t('history.redo_last')}
            disabled={redo === null}
            onClick={() => redo !== null && void onEdit({ kind: 'redo', revision: redo })}
          >
            <Redo2 className="size-4" />
          </Button>
        </>
      ) : null}
      <Button
        variant="ghost"
        size="icon"
        aria-label={t('history.title')}
        title={t('history.title')}
        onClick={() => setOpen(true)}
      >
        <HistoryIcon className="size-4" />
      </Button>
      {open ? (
        <Suspense>
          <History map={map} mayEdit={mayEdit} onEdit={onEdit} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </span>
  );
}
