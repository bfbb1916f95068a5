import type { ErrorKind, Problem } from '@tokenholic/contracts';
import type { AppError } from '../errors.ts';

const STATUS: Record<ErrorKind, number> = {
  not_found: 404,
  invalid: 400,
  conflict: 409,
  gone: 410,
  precondition_failed: 412,
  forbidden: 403,
  unauthenticated: 401,
  too_large: 413,
  limited: 429,
  unavailable: 503,
  internal: 500,
};

/** RFC 9457 body of an expected failure. */
export function toProblem(error: AppError, traceId: string): Problem {
  return {
    type: `https://tokenholic.example/problems/${error.code}`,
    title: error.code,
    status: STATUS[error.kind],
    code: error.code,
    kind: error.kind,
    detail: error.userMessage.en,
    message: error.userMessage,
    traceId,
    ...(error.details === undefined ? {} : { details: error.details }),
  };
}
