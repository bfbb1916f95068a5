import type { EventPayload } from '@tokenholic/contracts';
import { type Description, described } from './description.ts';

type Told = Pick<EventPayload<'deal.created'>, 'headline'>;

/** Routine of selling: told in a line, asking for nothing. */
const line = ({ headline }: Told): Description => described('win', headline);

export const dealDescribers = {
  'deal.created': ({ headline }: Told): Description => described('win', headline, { mood: 0.1 }),
  'deal.changed': line,
  'deal.stage_changed': line,
  'deal.won': ({ headline, outcome }: EventPayload<'deal.won'>): Description =>
    described('win', headline, { ...closed(outcome.text), mood: 0.6 }),
  'deal.lost': ({ headline, outcome }: EventPayload<'deal.lost'>): Description =>
    described('win', headline, { ...closed(outcome.text), mood: -0.3 }),
  'deal.pattern_found': ({ headline }: Told): Description =>
    described('win', headline, { form: 'card', weight: 1, notice: 'warning' }),
  'contact.saved': line,
  'contact.removed': line,
  'contact.role_changed': line,
  'activity.logged': line,
  'deal.task_added': line,
  'deal.task_done': line,
  'deal.advice_decided': line,
  'deal.imported': line,
  'deal.import_undone': line,
};

/** A deal that is over changes the picture, but nobody waits for an answer. */
function closed(text: string): Partial<Description> {
  return { form: 'card', text: text === '' ? null : { zh: text, en: text }, weight: 0.5 };
}
