import type { DealApprovalNeed, LocalizedText } from '@tokenholic/contracts';
import { AppError } from '@tokenholic/kit';

export function changedMeanwhile(): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'deals.changed_meanwhile',
    message: {
      zh: '有人刚刚改过这条记录。页面已取到最新内容，请核对后再保存。',
      en: 'Somebody has just changed this. The page now has the latest; look at it and save again.',
    },
  });
}

export function idTaken(): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'deals.id_taken',
    message: {
      zh: '这个编号已被使用，请刷新页面后重新提交。',
      en: 'This id is already in use. Reload the page and submit again.',
    },
  });
}

export function outcomeNeeded(): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'deals.outcome_needed',
    message: {
      zh: '结束商机前请选择原因：赢单丢单分析靠它。',
      en: 'Choose a reason before you close the deal: the win-loss analysis lives on it.',
    },
  });
}

export function wrongContact(): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'deals.wrong_contact',
    message: {
      zh: '有联系人不属于这个客户，请重新选择。',
      en: 'One of the contacts does not belong to this client. Choose again.',
    },
  });
}

export function wasClosed(): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'deals.was_closed',
    message: {
      zh: '这个商机已经结束。请先把它移回进行中的阶段，再作修改。',
      en: 'This deal is closed. Move it back to an open stage before you change it.',
    },
  });
}

export function snoozeNeedsDay(): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'deals.snooze_needs_day',
    message: {
      zh: '请选一个将来的日期，到那天再提醒。',
      en: 'Choose a day in the future on which it comes back.',
    },
  });
}

/** Why a record is not turned back. */
export const workedOnSince: LocalizedText = {
  zh: '之后有人改过，保持现状',
  en: 'Somebody has worked on it since; it stays as it is',
};

export function notOneClient(): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'deals.not_one_client',
    message: {
      zh: '只有同一客户的两条不同记录才能合并。',
      en: 'Only two different records of one client can be merged.',
    },
  });
}

/** The record that stayed is gone itself, or the other one is back already. */
export function mergeUndone(cause: unknown): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'deals.merge_not_undone',
    message: {
      zh: '不能撤销这次合并：合并后的记录已被删除或再次合并。请先撤销之后的操作。',
      en: 'This merge cannot be taken back: what it left was deleted or merged again. Take the later step back first.',
    },
    cause,
  });
}

const NEEDS: Readonly<Record<DealApprovalNeed['state'], LocalizedText>> = {
  not_asked: {
    zh: '金额或折扣超过了免审批的上限，请先申请审批。',
    en: 'its amount or discount is above what needs no approval. Ask for approval first.',
  },
  waiting: { zh: '审批还没有结果。', en: 'approval was asked for and is not there yet.' },
  changes: {
    zh: '审批人要求修改，请改好后重新提交。',
    en: 'changes were asked for. Make them and submit it again.',
  },
  rejected: {
    zh: '审批没有通过。请调整金额或折扣后再申请。',
    en: 'approval was refused. Change amount or discount and ask again.',
  },
};

/** A deal that somebody has to agree to before it binds us. */
export function approvalNeeded(stage: LocalizedText, need: DealApprovalNeed): AppError {
  const { zh, en } = NEEDS[need.state];
  return new AppError({
    kind: 'conflict',
    code: 'deals.approval_needed',
    message: { zh: `不能进入「${stage.zh}」：${zh}`, en: `It cannot move to ${stage.en}: ${en}` },
    details: { ...need },
  });
}

/** Somebody who speaks in a record has not agreed to be recorded. */
export function recordingConsentNeeded(people: readonly { contactId: string; name: string }[]): AppError {
  const names = people.map(({ name }) => name);
  return new AppError({
    kind: 'conflict',
    code: 'deals.recording_consent_needed',
    message: {
      zh: `这是逐字记录，但 ${names.join('、')} 还没有同意被记录，因此不读取也不保存。请先取得同意，并在“同意管理”中记录；自己写的纪要不受影响。`,
      en: `This is a record word for word, and ${names.join(', ')} has not agreed to be recorded, so it is neither read nor kept. Ask first, and record it under Consent; notes you took yourself are fine.`,
    },
    details: { contactIds: people.map(({ contactId }) => contactId) },
  });
}
