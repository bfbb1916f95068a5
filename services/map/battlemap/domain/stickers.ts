import type { MapEdit, RecordedEdit, Sticker } from '@tokenholic/contracts';

export type StickerEdit = Extract<
  MapEdit,
  { kind: 'add_sticker' | 'change_sticker' | 'move_sticker' | 'remove_sticker' }
>;

/** More than this hides the picture. */
export const MOST_STICKERS = 40;

/** The stickers after one of them was put up, written over, moved or taken off. */
export function applyStickerEdit(
  stickers: readonly Sticker[],
  edit: StickerEdit,
  by: Pick<RecordedEdit, 'by' | 'at'>,
): Sticker[] {
  const change = (changed: (sticker: Sticker) => Sticker) =>
    stickers.map((sticker) => (sticker.id === edit.stickerId ? changed(sticker) : sticker));
  switch (edit.kind) {
    case 'add_sticker': {
      const { stickerId: id, text, color, place } = edit;
      return [...stickers, { id, text, color, place, ...by }];
    }
    case 'change_sticker':
      return change((sticker) => ({ ...sticker, text: edit.text, color: edit.color }));
    case 'move_sticker':
      return change((sticker) => ({ ...sticker, place: edit.place }));
    case 'remove_sticker':
      return stickers.filter(({ id }) => id !== edit.stickerId);
  }
}
