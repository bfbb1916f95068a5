import type { EventPayload, LocalizedText, SpecialistOutcome } from '@tokenholic/contracts';
import { type Description, described } from './description.ts';

const OUTCOMES: Readonly<Record<SpecialistOutcome, LocalizedText>> = {
  advised: { zh: '已给出意见', en: 'gave advice' },
  follow_up: { zh: '需要继续跟进', en: 'sees more to do' },
  not_needed: { zh: '认为不需要参与', en: 'was not needed' },
};

const said = (text: string): LocalizedText | null => (text === '' ? null : { zh: text, en: text });

/** Who was asked for advice on a client, and what came of it. */
export const specialistDescribers = {
  'client.specialist_invited': ({
    name,
    question,
    dueOn,
  }: EventPayload<'client.specialist_invited'>): Description =>
    described(
      'crm',
      { zh: `邀请${name.zh}参与，${dueOn} 前答复`, en: `${name.en} was asked for advice until ${dueOn}` },
      { text: said(question), form: 'card', weight: 1, notice: 'info' },
    ),
  'client.specialist_returned': ({
    name,
    status,
    outcome,
    note,
  }: EventPayload<'client.specialist_returned'>): Description => {
    if (status === 'withdrawn')
      return described('crm', {
        zh: `撤回了对${name.zh}的邀请`,
        en: `The invitation of ${name.en} was taken back`,
      });
    if (outcome === null)
      return described(
        'crm',
        { zh: `${name.zh}没有在期限内答复`, en: `${name.en} did not answer in time` },
        { form: 'card', weight: 1.5, notice: 'warning' },
      );
    return described(
      'crm',
      { zh: `${name.zh}${OUTCOMES[outcome].zh}`, en: `${name.en} ${OUTCOMES[outcome].en}` },
      { text: said(note), form: 'card', weight: outcome === 'follow_up' ? 1.5 : 1, notice: 'info' },
    );
  },
};
