import type { MapEdit, RecordedEdit } from './battlemap.ts';

/** An edit that changes the map itself, rather than taking another one back. */
export type DirectEdit = Exclude<MapEdit, { kind: 'undo' | 'redo' }>;

export type DirectRecordedEdit = Omit<RecordedEdit, 'edit'> & { edit: DirectEdit };

export function isDirect(recorded: RecordedEdit): recorded is DirectRecordedEdit {
  return recorded.edit.kind !== 'undo' && recorded.edit.kind !== 'redo';
}

/** Revisions of the edits that are taken back at the moment, of all edits of a map, oldest first. */
export function undoneRevisions(edits: readonly RecordedEdit[]): Set<number> {
  const undone = new Set<number>();
  for (const { edit } of edits) {
    if (edit.kind === 'undo') undone.add(edit.revision);
    if (edit.kind === 'redo') undone.delete(edit.revision);
  }
  return undone;
}

/** What a person's next "undo" and "redo" mean: their own last edit that stands, and what they last took back and did not work on since. */
export function nextSteps(
  edits: readonly RecordedEdit[],
  by: string,
): { undo: number | null; redo: number | null } {
  const undone = undoneRevisions(edits);
  const own = edits.filter((recorded) => recorded.by === by);
  const undo = own.findLast((recorded) => isDirect(recorded) && !undone.has(recorded.revision));
  const lastDirect = own.findLast(isDirect)?.revision ?? 0;
  const takenBack = own.findLast(
    ({ edit, revision }) => edit.kind === 'undo' && undone.has(edit.revision) && revision > lastDirect,
  );
  return {
    undo: undo?.revision ?? null,
    redo: takenBack?.edit.kind === 'undo' ? takenBack.edit.revision : null,
  };
}
