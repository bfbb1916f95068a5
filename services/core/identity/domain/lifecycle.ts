import type { LifecycleStage, LocalizedText } from '@tokenholic/contracts';

export interface ChecklistItem {
  key: string;
  label: LocalizedText;
}

/** Which stages follow on which: sales → onboarding → support, and from there to and fro with success. */
const NEXT: Readonly<Record<LifecycleStage, readonly LifecycleStage[]>> = {
  sales: ['onboarding'],
  onboarding: ['support'],
  support: ['success'],
  success: ['support'],
};

export function nextStages(from: LifecycleStage): LifecycleStage[] {
  return [...NEXT[from]];
}

const item = (key: string, zh: string, en: string): ChecklistItem => ({ key, label: { zh, en } });

/** What the team that hands over has to have ready, by the stage it hands over to. */
const CHECKLISTS: Readonly<Record<LifecycleStage, readonly ChecklistItem[]>> = {
  sales: [],
  onboarding: [
    item('contract', '合同或订单已确认', 'Contract or order confirmed'),
    item(
      'goals',
      '客户目标与成功标准已写明',
      "The client's goals and what counts as success are written down",
    ),
    item('contacts', '业务与技术对接人已介绍', 'Business and technical contacts introduced'),
    item('map', '战图与迁移方案已核对', 'Token map and migration plan checked'),
    item('promises', '对客户的承诺已列清', 'Promises made to the client listed'),
  ],
  support: [
    item('live', '已上线并通过验收', 'Live and accepted'),
    item('runbook', '运维手册与告警已交付', 'Runbook and alerts handed over'),
    item('sla', '服务等级与升级路径已约定', 'Service level and escalation path agreed'),
    item('access', '权限与密钥已交接', 'Access and keys handed over'),
    item('success_manager', '成功经理已与客户见面', 'The success manager has met the client'),
  ],
  success: [
    item('open_tickets', '未结工单已清点', 'Open tickets counted'),
    item('usage', '用量与目标已对照', 'Usage compared with the goals'),
    item('review', '回顾会议已约', 'Review meeting arranged'),
  ],
};

export function checklistFor(to: LifecycleStage): readonly ChecklistItem[] {
  return CHECKLISTS[to];
}

/** How many items are not ticked. */
export function missingItems(to: LifecycleStage, done: readonly string[]): number {
  return CHECKLISTS[to].filter(({ key }) => !done.includes(key)).length;
}
