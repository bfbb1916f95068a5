import { cut } from './words.ts';

/** What became of one message. */
export type Outcome =
  | { kind: 'taken'; text: string }
  /** Worth another try. */
  | { kind: 'later'; text: string; retryAfterSeconds: number | null }
  /** Never: the address is wrong, or the other side closed it. */
  | { kind: 'refused'; text: string };

/** Statuses after which the same message to the same address cannot succeed. */
const FINAL = new Set([400, 401, 403, 404, 405, 410, 413]);
const SHOWN = 300;

/** What an HTTP answer means; the text is what the other side really said. */
export function outcomeOf(status: number, body: string, retryAfter: string | undefined): Outcome {
  const text = cut(`HTTP ${status} ${body.replace(/\s+/g, ' ').trim()}`.trim(), SHOWN);
  if (status >= 200 && status < 300) return { kind: 'taken', text };
  if (FINAL.has(status) || (status >= 300 && status < 400)) return { kind: 'refused', text };
  const seconds = Number(retryAfter);
  return { kind: 'later', text, retryAfterSeconds: Number.isFinite(seconds) && seconds > 0 ? seconds : null };
}
