import type { EventPayload } from '@tokenholic/contracts';
import { type Description, described } from './description.ts';

export const objectionDescribers = {
  'objection.raised': ({ text }: EventPayload<'objection.raised'>): Description =>
    described(
      'win',
      { zh: '客户提出异议', en: 'The client objected' },
      { text: { zh: `“${text}”`, en: `“${text}”` }, weight: 1, mood: -0.1 },
    ),
  'objection.reply_proposed': ({ by, text }: EventPayload<'objection.reply_proposed'>): Description =>
    described(
      'win',
      { zh: `${by.name.zh}分享了一条答复`, en: `${by.name.en} proposed a reply for everybody` },
      { text: { zh: text, en: text } },
    ),
  'objection.reply_decided': ({ by, status }: EventPayload<'objection.reply_decided'>): Description =>
    described(
      'win',
      status === 'approved'
        ? { zh: `${by.name.zh}通过了一条共享答复`, en: `${by.name.en} approved a shared reply` }
        : { zh: `${by.name.zh}没有通过一条共享答复`, en: `${by.name.en} turned down a shared reply` },
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
