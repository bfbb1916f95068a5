import type { EventPayload, LifecycleStage, LocalizedText } from '@tokenholic/contracts';
import { type Description, described } from './description.ts';

const STAGES: Record<LifecycleStage, LocalizedText> = {
  sales: { zh: '销售', en: 'sales' },
  onboarding: { zh: '上线', en: 'onboarding' },
  support: { zh: '支持', en: 'support' },
  success: { zh: '成功', en: 'success' },
};

const written = (text: string): LocalizedText | null => (text === '' ? null : { zh: text, en: text });

/** Hand-offs from team to team: one story, answered by the next event of it. */
export const handoffDescribers = {
  'client.handoff_proposed': ({ from, to, note }: EventPayload<'client.handoff_proposed'>): Description =>
    described(
      'crm',
      {
        zh: `${STAGES[from].zh}团队请${STAGES[to].zh}团队接手`,
        en: `The ${STAGES[from].en} team asks ${STAGES[to].en} to take over`,
      },
      {
        form: 'card',
        text: written(note),
        weight: 2,
        notice: 'info',
        answers: ['handoff.mend'],
        tasks: [
          {
            key: 'handoff.answer',
            rule: 'answer_handoff',
            title: {
              zh: `核对清单，接手${STAGES[to].zh}`,
              en: `Check the list and take over ${STAGES[to].en}`,
            },
            reason: { zh: '同事在等您接手', en: 'A colleague is waiting for you to take over' },
            outcome: {
              zh: `接手后客户进入${STAGES[to].zh}阶段`,
              en: `Once accepted, the client is at the ${STAGES[to].en} stage`,
            },
            action: 'handoff',
            impact: 0,
            dueInHours: 24,
          },
        ],
      },
    ),
  'client.handoff_returned': ({ to, reason }: EventPayload<'client.handoff_returned'>): Description =>
    described(
      'crm',
      { zh: `${STAGES[to].zh}团队退回了交接`, en: `The ${STAGES[to].en} team returned the hand-off` },
      {
        form: 'card',
        text: written(reason),
        weight: 2,
        mood: -0.2,
        notice: 'warning',
        answers: ['handoff.answer'],
        tasks: [
          {
            key: 'handoff.mend',
            rule: 'mend_handoff',
            title: { zh: '补齐缺的内容，重新交接', en: 'Add what is missing and hand over again' },
            reason: { zh: reason, en: reason },
            outcome: null,
            action: 'handoff',
            impact: 0,
            dueInHours: 24,
          },
        ],
      },
    ),
  'client.stage_changed': ({ from, to }: EventPayload<'client.stage_changed'>): Description =>
    described(
      'crm',
      {
        zh: `阶段从${STAGES[from].zh}变为${STAGES[to].zh}`,
        en: `Stage moved from ${STAGES[from].en} to ${STAGES[to].en}`,
      },
      {
        weight: 1,
        mood: 0.3,
        notice: 'info',
        answers: ['handoff.answer', 'handoff.mend'],
        facts: { stage: to },
      },
    ),
};
