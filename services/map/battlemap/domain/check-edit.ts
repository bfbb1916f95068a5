import type { LocalizedText, MapEdit, RecordedEdit } from '@tokenholic/contracts';
import { isDirect, undoneRevisions } from '@tokenholic/contracts/undo';
import { AppError } from '@tokenholic/kit';
import type { MapContent } from './content.ts';
import { MOST_STICKERS } from './stickers.ts';

const FAILURES = {
  tile_unknown: {
    zh: '这个模型已不在战图上，请刷新后重试。',
    en: 'This model is no longer on the map. Reload and try again.',
  },
  tile_exists: {
    zh: '该场景下已有这个供应商的同名模型，请直接修改它的估算。',
    en: 'This use case already has that model of that provider. Edit its estimate instead.',
  },
  use_case_unknown: {
    zh: '这个场景已不在战图上，请刷新后重试。',
    en: 'This use case is no longer on the map. Reload and try again.',
  },
  use_case_exists: { zh: '战图上已有这个场景。', en: 'The map already has this use case.' },
  note_unknown: { zh: '这条备注已被删除。', en: 'This note has been removed already.' },
  sticker_unknown: { zh: '这张便签已被取下。', en: 'This sticker has been taken off already.' },
  too_many_stickers: {
    zh: '便签已满 40 张，再多就看不清战图了。请先取下几张。',
    en: 'There are 40 stickers already: more would hide the map. Take some off first.',
  },
  nothing_to_undo: {
    zh: '这一步已被撤销或已恢复，请刷新后重试。',
    en: 'This step has already been undone or redone. Reload and try again.',
  },
  nothing_to_restore: { zh: '没有可还原的内容。', en: 'There is nothing to restore.' },
} as const satisfies Record<string, LocalizedText>;

function refuse(code: keyof typeof FAILURES): AppError {
  return new AppError({
    kind: code.endsWith('exists') ? 'conflict' : 'invalid',
    code: `battlemap.${code}`,
    message: FAILURES[code],
  });
}

/** Throws when an edit makes no sense on the map as it stands, with a message that says what to do. */
export function checkEdit(content: MapContent, edit: MapEdit, earlier: readonly RecordedEdit[]): void {
  const column = (key: string) => content.useCases.find((item) => item.key === key);
  const tile = (key: string) =>
    content.useCases.flatMap((item) => item.tiles).find((item) => item.key === key);
  const isRemoved = (key: string) => content.removed.some((item) => item.key === key);
  switch (edit.kind) {
    case 'set_tokens':
    case 'remove_tile':
      if (tile(edit.tileKey) === undefined) throw refuse('tile_unknown');
      return;
    case 'restore_tokens':
      if (tile(edit.tileKey) === undefined) throw refuse('tile_unknown');
      if (tile(edit.tileKey)?.override === null) throw refuse('nothing_to_restore');
      return;
    case 'set_growth':
    case 'restore_growth':
    case 'remove_use_case':
      if (column(edit.useCaseKey) === undefined) throw refuse('use_case_unknown');
      return;
    case 'add_use_case':
      if (column(edit.useCaseKey) !== undefined) throw refuse('use_case_exists');
      return;
    case 'add_tile':
      if (column(edit.useCaseKey) === undefined) throw refuse('use_case_unknown');
      if (tile(edit.tileKey) !== undefined) throw refuse('tile_exists');
      return;
    case 'restore_use_case':
      if (!isRemoved(edit.useCaseKey)) throw refuse('nothing_to_restore');
      return;
    case 'restore_tile':
      if (!isRemoved(edit.tileKey)) throw refuse('nothing_to_restore');
      return;
    case 'add_note':
      if (edit.target.kind === 'tile' && tile(edit.target.key) === undefined) throw refuse('tile_unknown');
      if (edit.target.kind === 'use_case' && column(edit.target.key) === undefined)
        throw refuse('use_case_unknown');
      return;
    case 'remove_note':
      if (!allNotes(content).includes(edit.noteId)) throw refuse('note_unknown');
      return;
    case 'add_sticker':
      if ((content.stickers ?? []).length >= MOST_STICKERS) throw refuse('too_many_stickers');
      return;
    case 'change_sticker':
    case 'move_sticker':
    case 'remove_sticker':
      if (!(content.stickers ?? []).some(({ id }) => id === edit.stickerId)) throw refuse('sticker_unknown');
      return;
    case 'undo':
    case 'redo': {
      const known = earlier.some((item) => item.revision === edit.revision && isDirect(item));
      const isUndone = undoneRevisions(earlier).has(edit.revision);
      if (!known || isUndone === (edit.kind === 'undo')) throw refuse('nothing_to_undo');
    }
  }
}

function allNotes(content: MapContent): string[] {
  const columns = content.useCases.flatMap((column) => [
    ...column.notes,
    ...column.tiles.flatMap((tile) => tile.notes),
  ]);
  return [...content.notes, ...columns].map((note) => note.id);
}
