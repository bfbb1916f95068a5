import type { ApproverRole, EventPayload, LocalizedText } from '@tokenholic/contracts';
import { type Description, described } from './description.ts';

const ROLES: Readonly<Record<ApproverRole, LocalizedText>> = {
  presales_engineer: { zh: '售前工程师', en: 'presales' },
  success_manager: { zh: '客户成功经理', en: 'the success manager' },
  sales_manager: { zh: '销售经理', en: 'the sales manager' },
  platform_admin: { zh: '平台管理员', en: 'the administrator' },
};

const DECISIONS = {
  approve: { zh: '同意', en: 'approved' },
  reject: { zh: '否决', en: 'rejected' },
  changes: { zh: '要求修改', en: 'asked for changes to' },
} as const;

const said = (text: string): LocalizedText | null => (text === '' ? null : { zh: text, en: text });

/** Who asked for a yes, who gave it, and what the clock did. */
export const approvalDescribers = {
  'approval.requested': ({ title, by, role, round }: EventPayload<'approval.requested'>): Description =>
    described(
      'work',
      {
        zh: `${by.name.zh}${round > 1 ? '重新' : ''}申请审批：${title.zh}`,
        en: `${by.name.en} ${round > 1 ? 'asks again' : 'asks'} for approval: ${title.en}`,
      },
      {
        text: { zh: `等待${ROLES[role].zh}审批`, en: `Waits for ${ROLES[role].en}` },
        form: 'card',
        weight: 1.5,
        notice: 'info',
      },
    ),
  'approval.decided': ({
    title,
    by,
    decision,
    status,
    comment,
  }: EventPayload<'approval.decided'>): Description =>
    described(
      'work',
      {
        zh: `${by.name.zh}${DECISIONS[decision].zh}：${title.zh}${decision === 'approve' && status === 'waiting' ? '（还有下一步审批）' : ''}`,
        en: `${by.name.en} ${DECISIONS[decision].en} ${title.en}${decision === 'approve' && status === 'waiting' ? ' (one more step to go)' : ''}`,
      },
      {
        text: said(comment),
        form: decision === 'approve' ? 'line' : 'card',
        weight: decision === 'approve' ? 0.5 : 1.5,
        mood: status === 'approved' ? 0.1 : 0,
        notice: 'info',
      },
    ),
  'approval.reminded': ({ title, role }: EventPayload<'approval.reminded'>): Description =>
    described(
      'work',
      { zh: `审批即将超时：${title.zh}`, en: `Approval is running out of time: ${title.en}` },
      {
        text: { zh: `等待${ROLES[role].zh}`, en: `Waits for ${ROLES[role].en}` },
        weight: 1,
        notice: 'warning',
      },
    ),
  'approval.escalated': ({ title, from, to }: EventPayload<'approval.escalated'>): Description =>
    described(
      'work',
      { zh: `审批超时，已升级：${title.zh}`, en: `Approval escalated: ${title.en}` },
      {
        text: {
          zh: `${ROLES[from].zh}未在时限内处理，转给${ROLES[to].zh}`,
          en: `Time ran out for ${ROLES[from].en}; now with ${ROLES[to].en}`,
        },
        form: 'card',
        weight: 2.5,
        mood: -0.1,
        notice: 'warning',
      },
    ),
  'approval.overdue': ({ title, role }: EventPayload<'approval.overdue'>): Description =>
    described(
      'work',
      { zh: `审批已超时：${title.zh}`, en: `Approval is overdue: ${title.en}` },
      {
        text: { zh: `仍在等待${ROLES[role].zh}`, en: `Still waits for ${ROLES[role].en}` },
        form: 'card',
        weight: 3,
        mood: -0.2,
        notice: 'critical',
      },
    ),
  'approval.withdrawn': ({ title, by }: EventPayload<'approval.withdrawn'>): Description =>
    described('work', {
      zh: `${by.name.zh}撤回申请：${title.zh}`,
      en: `${by.name.en} withdrew the request: ${title.en}`,
    }),
};
