import { AppError } from '@tokenholic/kit';

const MESSAGES = {
  changed_meanwhile: {
    kind: 'conflict',
    zh: '这条审批刚刚有了变化。页面已取到最新内容，请看过后再处理。',
    en: 'This request has just changed. The page now has the latest; look at it and decide again.',
  },
  not_open: {
    kind: 'conflict',
    zh: '这条审批已经结束，不能再处理。',
    en: 'This request is closed and cannot be changed any more.',
  },
  not_your_turn: {
    kind: 'forbidden',
    zh: '现在不由您审批这条申请。',
    en: 'It is not yours to decide this request now.',
  },
  step_of_another: {
    kind: 'forbidden',
    zh: '上一步是您批的，这一步要由另一位同事来批。',
    en: 'You decided the step before. This one is for somebody else.',
  },
  kept_for_later: {
    kind: 'forbidden',
    zh: '下一步只有您能批，这一步请留给另一位同事，每一步由不同的人看。',
    en: 'Only you can decide the next step, so this one is for a colleague: each step is another pair of eyes.',
  },
  own_request: {
    kind: 'forbidden',
    zh: '自己的申请需要别人审批。',
    en: 'Your own request is for somebody else to decide.',
  },
  not_yours: {
    kind: 'forbidden',
    zh: '只有申请人可以撤回或重新提交。',
    en: 'Only the one who asked can withdraw a request or submit it again.',
  },
  not_needed: {
    kind: 'conflict',
    zh: '按现行规则，这件事不需要审批，可以直接做。',
    en: 'By the rules in force this needs no approval. Go ahead.',
  },
  already_asked: {
    kind: 'conflict',
    zh: '已经有一条等待处理的申请。',
    en: 'A request for this is already waiting.',
  },
  not_low_risk: {
    kind: 'invalid',
    zh: '只有低风险的申请可以批量通过，这一条请单独看。',
    en: 'Only requests of low risk are approved together. Look at this one by itself.',
  },
  absence_wrong: {
    kind: 'invalid',
    zh: '结束时间要晚于开始时间，代理人要是另一位同事。',
    en: 'The end must come after the beginning, and somebody else must stand in.',
  },
  rule_twice: {
    kind: 'invalid',
    zh: '两条规则用了同一个编号，请刷新后重试。',
    en: 'Two rules have one id. Reload and try again.',
  },
  hours_wrong: {
    kind: 'invalid',
    zh: '下班时间要晚于上班时间。',
    en: 'The working day must end after it begins.',
  },
  ladder_twice: {
    kind: 'invalid',
    zh: '升级顺序里同一个角色出现了两次。',
    en: 'A role stands twice in the order of escalation.',
  },
} as const;

/** Why something that a policy holds back is not done yet. */
const HELD_BACK = {
  asked: {
    zh: '按审批规则，这件事要先得到同意。已替您发起审批，通过后一周内再来一次即可。',
    en: 'By the rules somebody has to agree to this first. They were asked just now; come back within a week of their yes.',
  },
  waiting: {
    zh: '审批还在等待处理，通过后再来一次即可。',
    en: 'The approval is still waiting for an answer. Come back once it is there.',
  },
  changes: {
    zh: '审批被退回修改。请在“审批”中补充后重新提交。',
    en: 'The approval came back for changes. Mend it under Approvals and submit it again.',
  },
  rejected: {
    zh: '审批没有通过，理由见“审批”。一天后可以再次申请。',
    en: 'The approval was refused; Approvals says why. It can be asked for again after a day.',
  },
} as const;

export function heldBack(state: keyof typeof HELD_BACK, approvalId: string | null): AppError {
  const { zh, en } = HELD_BACK[state];
  return new AppError({
    ...{ kind: 'conflict', code: 'approvals.held_back', message: { zh, en } },
    details: { state, approvalId },
  });
}

export type Refusal = keyof typeof MESSAGES;

/** Why something about an approval is not done. */
export function refused(reason: Refusal): AppError {
  const { kind, zh, en } = MESSAGES[reason];
  return new AppError({ kind, code: `approvals.${reason}`, message: { zh, en } });
}
