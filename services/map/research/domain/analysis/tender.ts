import { loserCue, presentCue, tenderCue } from './lexicon/role-cues.ts';
import type { View } from './mentions.ts';
import type { Statement } from './statements.ts';

/** Whether a page asks for offers or says whose offer was taken. */
export const isTender = (text: string): boolean => tenderCue.test(text);

/** What a tender demands or was promised is planned, what lost was compared; only what it says is there today is in use. */
export function asDemanded(told: readonly Statement[], view: View): void {
  for (const statement of told) {
    const clauses = view.clauses.slice(0, statement.clause + 1).map(({ text }) => text);
    const said = clauses.join('');
    if (
      loserCue.test(
        view.clauses.length > 3 ? (clauses.at(-1) ?? '') + (clauses.at(-2) ?? '') : view.sentence.text,
      )
    )
      statement.standing = 'compared';
    else if (statement.standing === 'current' && !presentCue.test(said)) statement.standing = 'planned';
  }
}
