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
