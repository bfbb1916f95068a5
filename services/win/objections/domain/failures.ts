import { AppError } from '@tokenholic/kit';

export function objectionUnknown(): AppError {
  return new AppError({
    kind: 'not_found',
    code: 'objections.unknown',
    message: {
      zh: '没有找到这条异议，可能已被删除，或不属于您负责的客户。',
      en: 'This objection is not there; it may have been deleted or belongs to a client of somebody else.',
    },
  });
}

export function replyUnknown(): AppError {
  return new AppError({
    kind: 'not_found',
    code: 'objections.reply_unknown',
    message: {
      zh: '话术库里没有这一条。请刷新列表。',
      en: 'This reply is not in the library. Reload the list.',
    },
  });
}

export function ownReply(): AppError {
  return new AppError({
    kind: 'forbidden',
    code: 'objections.own_reply',
    message: {
      zh: '自己提交的答复要由别人审批。',
      en: 'A reply you proposed yourself is for somebody else to approve.',
    },
  });
}
