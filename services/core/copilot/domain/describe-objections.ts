import type { EventPayload } from '@tokenholic/contracts';
import { type Description, described } from './description.ts';

export const objectionDescribers = {
  'objection.raised': ({ text }: EventPayload<'objection.raised'>): Description =>
    described(
      'win',
      { zh: '客户提出异议', en: 'The client objected' },
      { text: { zh: `“${text}”`, en: `“${text}”` }, weight: 1, mood: -0.1 },
    ),
  'objection.answered': ({ outcome }: EventPayload<'objection.answered'>): Description =>
    described(
      'win',
      outcome === 'worked'
        ? { zh: '异议已化解', en: 'The objection was resolved' }
        : { zh: '异议没有化解', en: 'The objection still stands' },
      { mood: outcome === 'worked' ? 0.4 : -0.4 },
    ),
};
