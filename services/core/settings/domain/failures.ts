import { AppError } from '@tokenholic/kit';

export function connectionUnknown(): AppError {
  return new AppError({
    kind: 'not_found',
    code: 'settings.connection_unknown',
    message: {
      zh: '没有这个连接，可能已被删除。请刷新页面。',
      en: 'There is no such connection; it may have been removed. Reload the page.',
    },
  });
}

export function keyMissing(): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'settings.key_missing',
    message: {
      zh: '新建连接需要填写 API Key。',
      en: 'A new connection needs its API key.',
    },
  });
}

export function addressForbidden(host: string): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'settings.address_forbidden',
    message: {
      zh: `${host} 位于内网。如确需连接，请运维人员把它加入 TOKENHOLIC_ALLOWED_PRIVATE_HOSTS 后重试。`,
      en: `${host} is a private address. If it is meant, have an operator add it to TOKENHOLIC_ALLOWED_PRIVATE_HOSTS and try again.`,
    },
  });
}
