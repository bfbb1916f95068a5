import { AppError } from '../errors.ts';

/** Nothing there, or not for you: the two must look the same from outside. */
export function notFound(cause?: unknown): AppError {
  return new AppError({
    kind: 'not_found',
    code: 'kit.not_found',
    message: {
      zh: '没有找到，或您没有查看权限。请检查链接，或请负责人把该客户分配给您。',
      en: 'Not found, or not visible to you. Check the link, or ask the owner to assign this client to you.',
    },
    cause,
  });
}

export function forbidden(permission: string): AppError {
  return new AppError({
    kind: 'forbidden',
    code: 'kit.forbidden',
    message: {
      zh: '您的角色不能执行这项操作。请联系管理员调整角色。',
      en: 'Your role does not allow this. Ask an administrator to change your role.',
    },
    details: { permission },
  });
}

export function passwordAgain(): AppError {
  return new AppError({
    kind: 'forbidden',
    code: 'kit.password_again',
    message: {
      zh: '这项操作无法撤销，请先再次输入密码。',
      en: 'This cannot be undone. Enter your password again first.',
    },
  });
}

export function unauthenticated(): AppError {
  return new AppError({
    kind: 'unauthenticated',
    code: 'kit.unauthenticated',
    message: { zh: '请先登录。', en: 'Please sign in first.' },
  });
}

export function crossSite(): AppError {
  return new AppError({
    kind: 'forbidden',
    code: 'kit.cross_site',
    message: {
      zh: '请求来自其他网站，已被拦截。请直接在 Tokenholic 页面中操作。',
      en: 'The request came from another site and was blocked. Please act from a Tokenholic page.',
    },
  });
}

export function invalidRequest(issues: unknown, cause?: unknown): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'kit.invalid_request',
    message: {
      zh: '提交的内容不完整或格式不对，请检查后重试。',
      en: 'Something in the request is missing or malformed. Check it and try again.',
    },
    details: { issues },
    cause,
  });
}

export function tooLarge(cause: unknown): AppError {
  return new AppError({
    kind: 'too_large',
    code: 'kit.too_large',
    message: {
      zh: '内容超过大小上限，请拆分或压缩后重试。',
      en: 'This is larger than allowed. Split or compress it and try again.',
    },
    cause,
  });
}

export function internal(cause: unknown): AppError {
  return new AppError({
    kind: 'internal',
    code: 'kit.internal',
    message: {
      zh: '系统出现意外错误，您的数据没有丢失。请重试；如仍失败，请把追踪编号发给支持人员。',
      en: 'Something went wrong on our side and none of your data was lost. Try again; if it persists, send the trace id to support.',
    },
    cause,
  });
}

export function idempotencyKeyInvalid(): AppError {
  return new AppError({
    kind: 'invalid',
    code: 'kit.idempotency_key_invalid',
    message: {
      zh: '请求头 Idempotency-Key 需为 8 至 200 个不含空格的可见 ASCII 字符，例如一个 UUID。',
      en: 'The Idempotency-Key header must be 8 to 200 visible ASCII characters without spaces, for example a UUID.',
    },
  });
}

export function idempotencyKeyReused(): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'kit.idempotency_key_reused',
    message: {
      zh: '这个 Idempotency-Key 已用于另一项内容不同的请求。请为新的请求换一个键。',
      en: 'This Idempotency-Key was used for a request with another body. Use a new key for a new request.',
    },
  });
}
