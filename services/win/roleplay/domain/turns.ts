import type { Engine, PracticeTurn } from '@tokenholic/contracts';
import { levels } from './scenario/scenarios.ts';
import type { Talk } from './talk/talk.ts';

export const byRules = (reason: string): Engine => ({ via: 'rules', model: null, reason });

/** The talk as turns, each of the customer's with who played it; `engines` belong to the replies after the opening. */
export function turnsOf(talk: Talk, engines: readonly Engine[]): PracticeTurn[] {
  const [opening, ...replies] = talk.replies;
  const spoken: PracticeTurn[] = [
    customer(opening?.text ?? '', byRules('no_model_configured'), levels[talk.setting.level].mood),
  ];
  talk.heard.forEach(({ reading, claims, reasons }, index) => {
    spoken.push({
      speaker: 'seller',
      text: reading.text,
      engine: null,
      mood: talk.moods[index] ?? null,
      reasons,
      claims,
    });
    const reply = replies[index];
    if (reply !== undefined)
      spoken.push(
        customer(reply.text, engines[index] ?? byRules('no_model_configured'), talk.moods[index] ?? null),
      );
  });
  return spoken;
}

const customer = (text: string, engine: Engine, mood: number | null): PracticeTurn => ({
  ...{ speaker: 'customer', text, engine, mood, reasons: [], claims: [] },
});
