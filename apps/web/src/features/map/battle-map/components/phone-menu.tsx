import { useNavigate } from '@tanstack/react-router';
import type { BattleMap, MapEdit } from '@tokenholic/contracts';
import { nextSteps } from '@tokenholic/contracts/undo';
import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { Button } from '@/ui/button';
import { Menu, type MenuEntry } from '@/ui/menu';
import { useEdits } from '../api/map';
import { VIEWS, type View } from '../model/view';

const ShareDialog = lazy(() => import('./share-dialog'));
const History = lazy(() => import('./history'));

interface PhoneMenuProps {
  map: BattleMap;
  clientId: string;
  view: View;
  onView: (view: View) => void;
  onPresent: () => void;
  /** Null: the person may not. */
  onResearch: (() => void) | null;
  mayEdit: boolean;
  onEdit: (edit: MapEdit) => Promise<boolean>;
}

/** What stands in the header on a desk, behind one button on a phone. */
export function PhoneMenu(props: PhoneMenuProps) {
  const { map, clientId, view, onView, onPresent, onResearch, mayEdit, onEdit } = props;
  const { t } = useTranslation('map');
  const navigate = useNavigate();
  const me = useSession().data?.user.name.zh ?? '';
  const { undo, redo } = nextSteps(useEdits(map, mayEdit).data?.items ?? [], me);
  const [open, setOpen] = useState<'share' | 'history' | null>(null);
  const close = () => setOpen(null);
  const step = (kind: 'undo' | 'redo', revision: number | null): MenuEntry[] =>
    !mayEdit || revision === null
      ? []
      : [{ text: t(`history.${kind}_last`), onSelect: () => void onEdit({ kind, revision }) }];
  const items: MenuEntry[] = [
    ...VIEWS.map((choice) => ({
      ...{ text: t(`view.${choice}`), checked: view === choice },
      onSelect: () => onView(choice),
    })),
    { text: t('present'), onSelect: onPresent },
    {
      text: t('scenarios'),
      onSelect: () => void navigate({ to: '/clients/$clientId/scenarios', params: { clientId } }),
    },
    ...(mayEdit ? [{ text: t('share.button'), onSelect: () => setOpen('share') }] : []),
    ...(onResearch === null ? [] : [{ text: t('again'), onSelect: onResearch }]),
    ...step('undo', undo),
    ...step('redo', redo),
    { text: t('history.title'), onSelect: () => setOpen('history') },
  ];
  return (
    <span className="md:hidden">
      <Menu
        label={t('more')}
        items={items}
        trigger={
          <Button variant="ghost" size="icon" className="size-11" aria-label={t('more')}>
            <Ellipsis className="size-5" />
          </Button>
        }
      />
      <Suspense>
        {open === 'share' ? <ShareDialog map={map} onClose={close} /> : null}
        {open === 'history' ? <History map={map} mayEdit={mayEdit} onEdit={onEdit} onClose={close} /> : null}
      </Suspense>
    </span>
  );
}
