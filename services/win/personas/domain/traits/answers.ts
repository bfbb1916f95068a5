import { DAY, HOUR, type Interaction } from '../history.ts';

export interface Answer {
  /** Our letter. */
  asked: Interaction;
  /** What came back; null: nothing within two weeks. */
  answer: Interaction | null;
  /** Null while unanswered. */
  hours: number | null;
}

/** Later than this it is no answer to that letter any more. */
const LONGEST = 14 * DAY;

/**
 * Each time the ball was in the person's court: our first letter since they were last heard of, and what they did next by letter
 * or call. Reminders in between do not start a new wait. Letters too young to be judged are left out.
 */
export function answersIn(interactions: readonly Interaction[], now: Date): Answer[] {
  const answers: Answer[] = [];
  let waiting: Interaction | null = null;
  for (const interaction of interactions) {
    const { channel, direction, at } = interaction;
    if (waiting !== null && at.getTime() - waiting.at.getTime() > LONGEST) {
      answers.push({ asked: waiting, answer: null, hours: null });
      waiting = null;
    }
    if (direction === 'out') {
      if (channel === 'email') waiting ??= interaction;
      else if (channel === 'call' || channel === 'meeting') waiting = null;
    } else if (waiting !== null && (channel === 'email' || channel === 'call')) {
      answers.push({
        asked: waiting,
        answer: interaction,
        hours: (at.getTime() - waiting.at.getTime()) / HOUR,
      });
      waiting = null;
    } else if (channel === 'meeting') waiting = null;
  }
  if (waiting !== null && now.getTime() - waiting.at.getTime() > LONGEST)
    answers.push({ asked: waiting, answer: null, hours: null });
  return answers;
}
