import type { ErrorKind, LocalizedText } from '@tokenholic/contracts';

export interface AppErrorOptions {
  kind: ErrorKind;
  /** Stable, owned by one service: `battlemap.estimate_out_of_range`. */
  code: string;
  /** What happened and what to do about it, for the user. */
  message: LocalizedText;
  details?: Record<string, unknown>;
  cause?: unknown;
}

/** The one error type of the house: expected failures. Anything else is a defect and crashes the request. */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly userMessage: LocalizedText;
  readonly details: Record<string, unknown> | undefined;

  constructor(options: AppErrorOptions) {
    super(
      `${options.code}: ${options.message.en}`,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.name = 'AppError';
    this.kind = options.kind;
    this.code = options.code;
    this.userMessage = options.message;
    this.details = options.details;
  }
}

/** True for an expected failure, optionally with that code. */
export function isAppError(error: unknown, code?: string): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code);
}
