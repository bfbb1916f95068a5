import { type Logger as PinoLogger, pino } from 'pino';
import { currentTrace } from './trace.ts';

export type Logger = PinoLogger;

/** JSON lines with the trace id of the running work. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => ({ traceId: currentTrace().traceId }),
    redact: ['req.headers.authorization', 'req.headers.cookie', '*.apiKey'],
  });
}
