import type { MoodReason, PracticeLevel } from '@tokenholic/contracts';
import { levels } from '../scenario/scenarios.ts';

/** How much each thing the seller does moves the customer, on a scale of 0 to 100. Set from sales practice, not measured. */
export const MOVES_MOOD: Readonly<Record<MoodReason, number>> = {
  asked_openly: 3,
  followed_up: 4,
  listened: 4,
  answered: 10,
  partly: 1,
  asked_back: 2,
  ignored: -9,
  asked_again: -3,
  repeated: -12,
  listed: -12,
  echoed: -8,
  barrage: -5,
  pitched_early: -6,
  unsupported: -5,
  supported: 3,
  long: -4,
  jargon: -4,
  concrete_step: 6,
  vague_step: -1,
};
export const LEAVES_AT = 8;

export function moodAfter(mood: number, reasons: readonly MoodReason[], level: PracticeLevel): number {
  const { good, bad } = levels[level];
  const change = reasons.reduce((sum, reason) => {
    const points = MOVES_MOOD[reason];
    return sum + points * (points > 0 ? good : bad);
  }, 0);
  return Math.round(Math.min(100, Math.max(0, mood + change)));
}
