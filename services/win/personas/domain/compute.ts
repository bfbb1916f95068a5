import type { PersonaCharts, PersonaTrait } from '@tokenholic/contracts';
import { chartsOf } from './charts.ts';
import type { History } from './history.ts';
import { type Claim, type Excerpt, readClaims } from './reading/claims.ts';
import { traitsFromDeeds } from './traits/from-deeds.ts';
import { traitsFromWords } from './traits/from-words.ts';

export interface Computed {
  /** Every trait there is a sign of, sure or not; what is too thin to say is left out when it is shown. */
  traits: PersonaTrait[];
  charts: PersonaCharts;
  activities: number;
  withWords: number;
}

const FORMS = { email: 'letter', call: 'speech', meeting: 'speech', note: 'speech', web: 'page' } as const;

/** What a person wrote or said, an excerpt an activity. */
export function excerptsOf({ interactions }: Pick<History, 'interactions'>): Excerpt[] {
  return interactions.flatMap(({ id, words, channel }) =>
    words === null ? [] : [{ id, text: words, form: FORMS[channel] }],
  );
}

/** A persona from a history. `model` adds what a model read to what the rules read; each value still counts once an activity. */
export function compute(history: History, model: readonly Claim[] = []): Computed {
  const seen = new Set<string>();
  const claims = [...excerptsOf(history).flatMap(readClaims), ...model].filter(
    ({ key, value, activityId }) => {
      const name = `${key}/${value}/${activityId}`;
      return seen.has(name) ? false : seen.add(name) !== undefined;
    },
  );
  const words = traitsFromWords(history, claims, model.length > 0 ? 'model' : 'rules');
  return {
    traits: [...words, ...traitsFromDeeds(history)],
    charts: chartsOf(history),
    activities: history.interactions.length,
    withWords: history.interactions.filter(({ words: own, channel }) => own !== null && channel !== 'web')
      .length,
  };
}
