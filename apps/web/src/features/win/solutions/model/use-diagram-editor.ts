import type { Diagram, DiagramEdit } from '@tokenholic/contracts';
import { applyDiagramEdits } from '@tokenholic/presentation/diagram';
import { useMemo, useState } from 'react';

export interface DiagramEditor {
  /** With everything that was done and not saved yet. */
  diagram: Diagram;
  edits: readonly DiagramEdit[];
  canUndo: boolean;
  canRedo: boolean;
  edit: (edit: DiagramEdit) => void;
  undo: () => void;
  redo: () => void;
  discard: () => void;
}

/** Edits of a diagram before they are saved: each can be taken back and done again. */
export function useDiagramEditor(saved: Diagram): DiagramEditor {
  const [edits, setEdits] = useState<readonly DiagramEdit[]>([]);
  const [undone, setUndone] = useState<readonly DiagramEdit[]>([]);
  const diagram = useMemo(() => applyDiagramEdits(saved, edits), [saved, edits]);
  const last = edits.at(-1);
  const next = undone.at(-1);
  return {
    diagram,
    edits,
    canUndo: last !== undefined,
    canRedo: next !== undefined,
    edit: (edit) => {
      setEdits([...edits, edit]);
      setUndone([]);
    },
    undo: () => {
      if (last === undefined) return;
      setEdits(edits.slice(0, -1));
      setUndone([...undone, last]);
    },
    redo: () => {
      if (next === undefined) return;
      setUndone(undone.slice(0, -1));
      setEdits([...edits, next]);
    },
    discard: () => {
      setEdits([]);
      setUndone([]);
    },
  };
}
