import type {
  ActivityKind,
  AdviceDecision,
  DealStage,
  DecisionRole,
  LocalizedText,
} from '@tokenholic/contracts';

export const STAGE_NAMES: Readonly<Record<DealStage, LocalizedText>> = {
  lead: { zh: '线索', en: 'Lead' },
  discovery: { zh: '需求确认', en: 'Discovery' },
  evaluation: { zh: '技术验证', en: 'Evaluation' },
  proposal: { zh: '方案报价', en: 'Proposal' },
  negotiation: { zh: '商务谈判', en: 'Negotiation' },
  extra_1: { zh: '自定阶段一', en: 'Own stage 1' },
  extra_2: { zh: '自定阶段二', en: 'Own stage 2' },
  extra_3: { zh: '自定阶段三', en: 'Own stage 3' },
  won: { zh: '赢单', en: 'Won' },
  lost: { zh: '丢单', en: 'Lost' },
};

const ACTIVITY_NAMES: Readonly<Record<ActivityKind, LocalizedText>> = {
  call: { zh: '电话', en: 'Call' },
  meeting: { zh: '会议', en: 'Meeting' },
  email: { zh: '邮件', en: 'E-mail' },
  note: { zh: '记录', en: 'Note' },
};

export const ROLE_NAMES: Readonly<Record<DecisionRole, LocalizedText>> = {
  economic_buyer: { zh: '拍板人', en: 'economic buyer' },
  champion: { zh: '内部支持者', en: 'champion' },
  technical_evaluator: { zh: '技术评估人', en: 'technical evaluator' },
  user: { zh: '使用者', en: 'user' },
  procurement: { zh: '采购', en: 'procurement' },
  legal: { zh: '法务', en: 'legal' },
  blocker: { zh: '反对者', en: 'blocker' },
  unknown: { zh: '角色未明', en: 'role unknown' },
};

const DECISION_NAMES: Readonly<Record<AdviceDecision['decision'], LocalizedText>> = {
  done: { zh: '已完成', en: 'done' },
  dismissed: { zh: '不采纳', en: 'dismissed' },
  snoozed: { zh: '稍后', en: 'later' },
  reopened: { zh: '重新打开', en: 'open again' },
};

const both = (zh: string, en: string): LocalizedText => ({ zh, en });

/** One line of the client's timeline for each event. */
export const headlines = {
  created: (title: string) => both(`新建商机「${title}」`, `New deal: ${title}`),
  changed: (title: string) => both(`更新商机「${title}」`, `Deal updated: ${title}`),
  moved: (title: string, to: LocalizedText) =>
    both(`商机「${title}」进入${to.zh}`, `${title} moved to ${to.en}`),
  won: (title: string) => both(`赢单「${title}」`, `Won: ${title}`),
  lost: (title: string) => both(`丢单「${title}」`, `Lost: ${title}`),
  contact: (name: string) => both(`更新联系人 ${name}`, `Contact saved: ${name}`),
  contactRemoved: (name: string) => both(`删除联系人 ${name}`, `Contact removed: ${name}`),
  role: (name: string, title: string, role: DecisionRole | null) =>
    role === null
      ? both(`${name} 不再参与「${title}」`, `${name} is no longer part of ${title}`)
      : both(
          `${name} 在「${title}」中是${ROLE_NAMES[role].zh}`,
          `${name}: ${ROLE_NAMES[role].en} in ${title}`,
        ),
  activity: (kind: ActivityKind, subject: string) =>
    both(`${ACTIVITY_NAMES[kind].zh}：${subject}`, `${ACTIVITY_NAMES[kind].en}: ${subject}`),
  taskAdded: (title: string) => both(`下一步：${title}`, `Next step: ${title}`),
  advice: (title: string, decision: AdviceDecision['decision']) => {
    const { zh, en } = DECISION_NAMES[decision];
    return both(`「${title}」的建议：${zh}`, `Advice on ${title}: ${en}`);
  },
  fileAdded: (name: string) => both(`上传文件「${name}」`, `File added: ${name}`),
  fileRemoved: (name: string) => both(`删除文件「${name}」`, `File removed: ${name}`),
  merged: (keep: string, drop: string) =>
    both(`「${drop}」并入「${keep}」`, `${drop} was merged into ${keep}`),
  mergeUndone: (keep: string, drop: string) =>
    both(
      `撤销合并：「${drop}」从「${keep}」中分出`,
      `Merge taken back: ${drop} stands apart from ${keep} again`,
    ),
  imported: (count: number) =>
    both(`导入了 ${count} 个商机`, count === 1 ? 'One deal was imported' : `${count} deals were imported`),
  importUndone: (count: number) =>
    both(`撤销导入，移除了 ${count} 个商机`, `An import was taken back: ${count} removed`),
  taskDone: (title: string) => both(`已完成：${title}`, `Done: ${title}`),
};
