import { type Logger as PinoLogger, pino, stdSerializers } from 'pino';
import { currentTrace } from './trace.ts';

export type Logger = PinoLogger;

/** The database layer puts a failed statement's values into its message: clients' text has no place in a log. */
export function withoutValues(text: string): string {
  return text.replace(/\nparams:[\s\S]*?(?=\n\s+at |$)/g, '');
}

/** JSON lines with the trace id of the running work. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => ({ traceId: currentTrace().traceId }),
    serializers: {
      err: (error: Error) => {
        const { type, message, stack } = stdSerializers.err(error);
        return { type, message: withoutValues(message), stack: withoutValues(stack) };
      },
    },
    redact: ['req.headers.authorization', 'req.headers.cookie', '*.apiKey'],
  });
}
