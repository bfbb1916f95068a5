import type { PersonaTrait } from '@tokenholic/contracts';
import { isEnough } from './traits/confidence.ts';

/** A confidence that moved less than this is the same to a reader. */
const NOTICEABLE = 0.1;

const known = (traits: readonly PersonaTrait[]) =>
  traits.filter(({ support, confidence }) => isEnough({ support, score: confidence.score }));

/** Whether a reader would see something new: then it is a new version, else the newest one is brought up to date. */
export function isMaterial(before: readonly PersonaTrait[], after: readonly PersonaTrait[]): boolean {
  const earlier = new Map(known(before).map((trait) => [`${trait.key}/${trait.value}`, trait]));
  const later = known(after);
  if (earlier.size !== later.length) return true;
  return later.some(({ key, value, confidence }) => {
    const same = earlier.get(`${key}/${value}`);
    return same === undefined || Math.abs(same.confidence.score - confidence.score) >= NOTICEABLE;
  });
}
