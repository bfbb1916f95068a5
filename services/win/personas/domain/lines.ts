import {
  type LocalizedText,
  type PersonaEdit,
  type PersonaLine,
  type PersonaTrait,
  type PersonaTraitKey,
  personaTraitKeySchema,
} from '@tokenholic/contracts';
import { isEnough, LEAST_SUPPORT } from './traits/confidence.ts';
import { choicesOf, editingOf, labelOf, TRAIT_NAMES } from './vocabulary.ts';

/** The traits as they are read: what is too thin is said to be so, edits stand beside what was worked out. */
export function linesOf(traits: readonly PersonaTrait[], edits: readonly PersonaEdit[]): PersonaLine[] {
  return personaTraitKeySchema.options.map((key) => {
    const signs = traits.filter((trait) => trait.key === key);
    const enough = signs
      .filter(({ support, confidence }) => isEnough({ support, score: confidence.score }))
      .sort(
        (first, second) => second.confidence.score - first.confidence.score || second.support - first.support,
      );
    return {
      key,
      name: TRAIT_NAMES[key],
      traits: enough,
      edits: edits.filter((edit) => edit.key === key),
      choices: choicesOf(key),
      editing: editingOf(key),
      missing: enough.length > 0 ? null : missingOf(signs),
    };
  });
}

function missingOf(signs: readonly PersonaTrait[]): LocalizedText {
  const [best] = [...signs].sort((first, second) => second.support - first.support);
  if (best === undefined) return { zh: '还没有相关的往来。', en: 'Nothing seen yet that speaks of it.' };
  if (best.support < LEAST_SUPPORT)
    return {
      zh: `只有 ${best.support} 次往来提供线索，至少需要 ${LEAST_SUPPORT} 次。`,
      en: `Only ${best.support} ${best.support === 1 ? 'activity speaks' : 'activities speak'} of it; at least ${LEAST_SUPPORT} are needed.`,
    };
  return {
    zh: `线索不一致或太少（${best.support} 次指向“${best.label.zh}”）。`,
    en: `The signs are too few or disagree (${best.support} point to “${best.label.en}”).`,
  };
}

export interface Settled {
  key: PersonaTraitKey;
  value: string;
  label: LocalizedText;
  confidence: number;
  edited: boolean;
}

/** What is to be acted on: edits over what was worked out, dismissed values left out. */
export function settledTraits(lines: readonly PersonaLine[]): Settled[] {
  return lines.flatMap(({ key, traits, edits, editing }) => {
    const dismissed = new Set(edits.flatMap(({ action, value }) => (action === 'dismiss' ? [value] : [])));
    const set = edits.filter(({ action }) => action === 'set');
    const ours = set.map(({ value }) => ({
      key,
      value,
      label: labelOf(key, value),
      confidence: 1,
      edited: true,
    }));
    if (editing !== 'many' && ours.length > 0) return ours.slice(0, 1);
    const read = traits
      .filter(({ value }) => !dismissed.has(value) && !set.some((edit) => edit.value === value))
      .map(({ value, label, confidence }) => ({
        key,
        value,
        label,
        confidence: confidence.score,
        edited: false,
      }));
    return [...ours, ...read];
  });
}
