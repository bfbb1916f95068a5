import type { EventPayload } from '@tokenholic/contracts';
import { type Description, described } from './description.ts';

/** Routine of keeping consent: told in a line without a name. */
const consentLine = ({ headline }: Pick<EventPayload<'consent.given'>, 'headline'>): Description =>
  described('crm', headline);

export const clientDescribers = {
  'consent.given': consentLine,
  'consent.withdrawn': consentLine,
  'consent.policy_changed': consentLine,
  'client.created': ({ client, research }: EventPayload<'client.created'>): Description =>
    described(
      'crm',
      { zh: '新客户', en: 'New client' },
      {
        weight: 1,
        facts: { name: client.name },
        tasks:
          research === null
            ? [
                {
                  key: 'research.first',
                  rule: 'start_research',
                  title: { zh: '开始第一次研究', en: 'Start the first research' },
                  reason: { zh: '客户已建，还没有战图', en: 'The client is there, its map is not' },
                  outcome: null,
                  action: 'open_run',
                  impact: 0,
                  dueInHours: 24,
                },
              ]
            : [],
      },
    ),
  'client.renamed': ({ client, previousName }: EventPayload<'client.renamed'>): Description =>
    described(
      'crm',
      client.name === previousName
        ? { zh: '更新了客户资料', en: 'Client details updated' }
        : { zh: `客户改名为“${client.name}”`, en: `Client renamed to “${client.name}”` },
      { facts: { name: client.name } },
    ),
  'client.assigned': ({ name, userId }: EventPayload<'client.assigned'>): Description =>
    described(
      'crm',
      { zh: `${name.zh} 加入团队`, en: `${name.en} joined the team` },
      { notice: 'info', noticeTo: userId },
    ),
  'client.unassigned': ({ name }: EventPayload<'client.unassigned'>): Description =>
    described('crm', { zh: `${name.zh} 离开团队`, en: `${name.en} left the team` }),
};

/** What people do in the workspace itself. */
export const workDescribers = {
  'task.created': ({ title, escalation, reason }: EventPayload<'task.created'>): Description =>
    described(
      'work',
      escalation
        ? { zh: `升级：${title.zh}`, en: `Escalated: ${title.en}` }
        : { zh: `新任务：${title.zh}`, en: `New task: ${title.en}` },
      {
        form: escalation ? 'card' : 'line',
        text: reason === '' ? null : { zh: reason, en: reason },
        weight: escalation ? 3 : 0,
        mood: escalation ? -0.6 : 0,
        notice: escalation ? 'critical' : null,
      },
    ),
  'task.decided': ({ title, status, feedback }: EventPayload<'task.decided'>): Description =>
    described(
      'work',
      {
        zh: `${DECIDED[status].zh}：${title.zh}`,
        en: `${DECIDED[status].en}: ${title.en}`,
      },
      {
        text: feedback === null || feedback === '' ? null : { zh: feedback, en: feedback },
        mood: status === 'done' ? 0.2 : 0,
      },
    ),
  'task.overdue': ({ title }: EventPayload<'task.overdue'>): Description =>
    described(
      'work',
      { zh: `已超时：${title.zh}`, en: `Overdue: ${title.en}` },
      { form: 'card', weight: 2, mood: -0.3, notice: 'warning' },
    ),
  'draft.written': ({ kind, subject }: EventPayload<'draft.written'>): Description =>
    described('work', {
      zh: `${DRAFTS[kind].zh}草稿：${subject}`,
      en: `${DRAFTS[kind].en} drafted: ${subject}`,
    }),
};

const DECIDED = {
  open: { zh: '任务重新打开', en: 'Task reopened' },
  accepted: { zh: '任务已接受', en: 'Task accepted' },
  deferred: { zh: '任务推迟', en: 'Task deferred' },
  dismissed: { zh: '任务被忽略', en: 'Task dismissed' },
  done: { zh: '任务完成', en: 'Task done' },
};

const DRAFTS = {
  email: { zh: '邮件', en: 'E-mail' },
  agenda: { zh: '议程', en: 'Agenda' },
  handoff_note: { zh: '交接说明', en: 'Hand-off note' },
};
