import { AppError } from '@tokenholic/kit';

export function draftUnknown(): AppError {
  return new AppError({
    kind: 'not_found',
    code: 'requirements.draft_unknown',
    message: {
      zh: '没有找到这份需求草稿，可能已被删除。请返回列表。',
      en: 'This draft is not there; it may have been deleted. Go back to the list.',
    },
  });
}

export function alreadySent(): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'requirements.already_sent',
    message: {
      zh: '草稿已发给客户，不能再改。如需修改，请先撤回链接。',
      en: 'The draft is with the client and cannot be changed. Take the link back first.',
    },
  });
}

export function nothingToSend(): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'requirements.nothing_to_send',
    message: { zh: '草稿是空的，请先添加至少一条。', en: 'The draft is empty. Add at least one item first.' },
  });
}

/** The same for a link that never was, has expired, was taken back or was used: who guesses learns nothing. */
export function linkNotValid(): AppError {
  return new AppError({
    kind: 'not_found',
    code: 'requirements.link_not_valid',
    message: {
      zh: '链接无效或已过期。请联系发给您链接的人重新发送。',
      en: 'This link is not valid or has expired. Ask the person who sent it for a new one.',
    },
  });
}

export function alreadyReturned(): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'requirements.already_returned',
    message: {
      zh: '这份需求已经提交过了。如需补充，请联系发给您链接的人。',
      en: 'These requirements were returned already. To add something, contact the person who sent the link.',
    },
  });
}
