/** A person as a header of a mail names them. */
export interface MailAddress {
  name: string;
  /** In lower case. */
  address: string;
}

/** One message, read: plain text only, whatever it was sent as. */
export interface ParsedMail {
  messageId: string;
  /** Messages it answers, the nearest first. */
  references: string[];
  from: MailAddress;
  to: MailAddress[];
  /** Null when no date could be read. */
  sentAt: string | null;
  subject: string;
  text: string;
  attachments: { name: string; bytes: Uint8Array }[];
}

/** `raw` is the message as it came; `at` counts messages of a box from 1. */
export type MailReading = { ok: true; mail: ParsedMail; raw: Uint8Array } | { ok: false; at: number };

const REPLY = /^\s*((re|aw|sv|fw|fwd|回复|答复|转发|回覆)\s*(\[\d+\])?\s*[:：]\s*)+/i;

/** The subject without what mail programs put before it. */
export const bareSubject = (subject: string) => subject.replace(REPLY, '').trim();

// Where the words of an earlier message begin, as the common mail programs mark it.
const QUOTED = [
  /^\s*-{2,}\s*(original message|原始邮件|forwarded message|转发邮件|邮件原件)\s*-{2,}/i,
  /^\s*on .{6,120} wrote:\s*$/i,
  /^\s*在\s?.{4,80}(写道|写到)[:：]\s*$/,
  /^\s*\d{4}年\d{1,2}月\d{1,2}日.{0,80}(写道|写到)[:：]\s*$/,
  /^\s*(发件人|from)\s*[:：].{2,}$/i,
  /^\s*_{10,}\s*$/,
];

/** The sender's own words: without the earlier messages below them. A message that is nothing but quotes stays whole. */
export function ownWords(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const end = lines.findIndex(
    (line, at) => QUOTED.some((mark) => mark.test(line)) || (line.startsWith('>') && onlyQuotes(lines, at)),
  );
  const own = (end < 0 ? lines : lines.slice(0, end)).join('\n').trim();
  return own === '' ? text.trim() : own;
}

const onlyQuotes = (lines: readonly string[], from: number) =>
  lines.slice(from).every((line) => line.trim() === '' || line.startsWith('>'));
