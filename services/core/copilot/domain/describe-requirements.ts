import type { EventPayload } from '@tokenholic/contracts';
import { type Description, described } from './description.ts';

export const requirementDescribers = {
  'requirements.sent': ({ by, items, days }: EventPayload<'requirements.sent'>): Description =>
    described('work', {
      zh: `${by} 把 ${items} 条需求发给客户确认，链接 ${days} 天内有效`,
      en: `${by} sent ${items} requirements for confirmation, link valid for ${days} days`,
    }),
  'requirements.opened': ({ views }: EventPayload<'requirements.opened'>): Description =>
    described(
      'work',
      views === 1
        ? { zh: '客户打开了需求确认单', en: 'The client opened the requirements' }
        : {
            zh: `需求确认单被再次打开（第 ${views} 次）`,
            en: `The requirements were opened again (${views} times)`,
          },
      { mood: 0.1 },
    ),
  'requirements.returned': ({
    draftId,
    by,
    right,
    changed,
    wrong,
    answered,
    added,
  }: EventPayload<'requirements.returned'>): Description =>
    described(
      'work',
      { zh: `${by} 交回了需求确认单`, en: `${by} returned the requirements` },
      {
        ...{ form: 'card', weight: 3, mood: 0.6, notice: 'info' },
        text: {
          zh: `确认 ${right} 条，更正 ${changed} 条，否定 ${wrong} 条，回答 ${answered} 条，新增 ${added} 条`,
          en: `${right} confirmed, ${changed} changed, ${wrong} rejected, ${answered} answered, ${added} added`,
        },
        tasks: [
          {
            key: `requirements.${draftId}`,
            rule: 'follow_up_requirements',
            title: {
              zh: '根据客户交回的需求推进方案',
              en: 'Take the returned requirements into the solution',
            },
            reason: { zh: `${by} 刚交回需求确认单`, en: `${by} has just returned the requirements` },
            outcome: null,
            action: 'open_client',
            impact: 0,
            dueInHours: 24,
          },
        ],
      },
    ),
};
