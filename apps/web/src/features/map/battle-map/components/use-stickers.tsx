import type { BattleMap, MapEdit, Sticker } from '@tokenholic/contracts';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '@/ui/toast';
import type { StickerHands } from './sticker-note';

const StickerEditor = lazy(() => import('./sticker-editor'));

/** A new sticker hangs in the sky over the smaller use cases, where there is room. */
const FREE_SPOTS = [0.62, 0.48, 0.76, 0.55, 0.69];

/** What people do with stickers, and the dialog in which they are written. */
export function useStickers(
  map: BattleMap,
  onEdit: (edit: MapEdit) => Promise<boolean>,
  /** How to take back the edit that was just made. */
  undoLast: () => () => void,
): { hands: StickerHands; openNew: () => void; dialog: ReactNode } {
  const { t } = useTranslation('map');
  const [open, setOpen] = useState<Sticker | 'new' | null>(null);
  const remove = async (sticker: Sticker) => {
    setOpen(null);
    if (await onEdit({ kind: 'remove_sticker', stickerId: sticker.id }))
      toast.success(t('sticker.removed'), { label: t('sticker.undo'), onClick: undoLast() });
  };
  const count = (map.stickers ?? []).length;
  const save = (text: string, color: Sticker['color']) =>
    open === 'new' || open === null
      ? onEdit({
          ...{ kind: 'add_sticker', stickerId: crypto.randomUUID(), text, color },
          place: {
            anchor: null,
            x: FREE_SPOTS[count % FREE_SPOTS.length] ?? 0.6,
            y: 0.34 + 0.05 * (count % 4),
          },
        })
      : onEdit({ kind: 'change_sticker', stickerId: open.id, text, color });
  const latest = useRef({ onEdit, remove });
  latest.current = { onEdit, remove };
  // The same hands all the time, so that hundreds of tiles are not drawn anew for them.
  const [hands] = useState<StickerHands>(() => ({
    onMove: (sticker, place) =>
      void latest.current.onEdit({ kind: 'move_sticker', stickerId: sticker.id, place }),
    onOpen: setOpen,
    onRemove: (sticker) => void latest.current.remove(sticker),
  }));
  const dialog =
    open === null ? null : (
      <Suspense>
        <StickerEditor
          sticker={open === 'new' ? null : open}
          onSave={save}
          onRemove={() => void (open === 'new' ? setOpen(null) : remove(open))}
          onClose={() => setOpen(null)}
        />
      </Suspense>
    );
  return { hands, openNew: () => setOpen('new'), dialog };
}
