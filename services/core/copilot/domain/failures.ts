import { AppError } from '@tokenholic/kit';

export function taskIdTaken(): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'copilot.task_id_taken',
    message: {
      zh: '这个任务编号已被使用，请刷新页面后重新提交。',
      en: 'This task id is already in use. Reload the page and submit again.',
    },
  });
}

export function deferredIntoPast(): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'copilot.deferred_into_past',
    message: {
      zh: '推迟的时间已经过去，请选一个将来的时间。',
      en: 'That time has passed. Choose one in the future.',
    },
  });
}

export function channelUnknown(): AppError {
  return new AppError({
    kind: 'not_found',
    code: 'copilot.channel_unknown',
    message: { zh: '没有这个通知渠道。', en: 'There is no such channel.' },
  });
}

export function channelNeedsAddress(): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'copilot.channel_needs_address',
    message: {
      zh: '请填写 Webhook 地址。',
      en: 'Enter the address of the webhook.',
    },
  });
}

export function channelAddressRefused(reason: string): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'copilot.channel_address_refused',
    message: {
      zh: '这个地址不能用：须为公网的 https 地址，且不含用户名和密码。',
      en: 'This address cannot be used: it must be https, on the public internet, without a user or password in it.',
    },
    details: { reason },
  });
}
