import type { PersonaLine, PersonaTraitKey } from '@tokenholic/contracts';

/** The sections of the page, and which traits stand in each. */
export const groups: readonly { name: string; keys: readonly PersonaTraitKey[] }[] = [
  { name: 'decision', keys: ['decision_style', 'risk', 'buying_role'] },
  { name: 'communication', keys: ['channel', 'length', 'formality', 'proof', 'language'] },
  { name: 'needs', keys: ['priority', 'pain'] },
  { name: 'engagement', keys: ['active_hours', 'active_days', 'answer_time', 'trend'] },
  { name: 'prediction', keys: ['answers_within_day', 'best_time', 'likely_objection'] },
];

export interface Shown {
  value: string;
  label: PersonaLine['traits'][number]['label'];
  /** Null for what a person of ours said. */
  trait: PersonaLine['traits'][number] | null;
  edit: PersonaLine['edits'][number] | null;
  /** Worked out, and set aside by a person. */
  overruled: boolean;
}

/** What stands on a line: what people said, what was worked out, and what of it was set aside. */
export function shownOf({ traits, edits, editing }: PersonaLine): Shown[] {
  const set = edits.filter(({ action }) => action === 'set');
  const dismissed = edits.filter(({ action }) => action === 'dismiss').map(({ value }) => value);
  const ours = set.map((edit) => ({
    ...{ value: edit.value, label: edit.label, edit, overruled: false },
    trait: traits.find(({ value }) => value === edit.value) ?? null,
  }));
  const isReplaced = editing !== 'many' && set.length > 0;
  const read = traits
    .filter(({ value }) => !set.some((edit) => edit.value === value))
    .map((trait) => ({
      ...{ value: trait.value, label: trait.label, trait },
      edit: edits.find(({ action, value }) => action === 'dismiss' && value === trait.value) ?? null,
      overruled: isReplaced || dismissed.includes(trait.value),
    }));
  return [...ours, ...read];
}

/** What holds, for comparing: labels in both languages, surest first. */
export function heldOf(line: PersonaLine | undefined): Shown[] {
  return line === undefined ? [] : shownOf(line).filter(({ overruled }) => !overruled);
}

/** Whether two lines say the same. */
export function isSame(left: PersonaLine | undefined, right: PersonaLine | undefined): boolean {
  const values = (line: PersonaLine | undefined) =>
    heldOf(line)
      .map(({ value }) => value)
      .sort()
      .join('\n');
  return values(left) === values(right);
}
