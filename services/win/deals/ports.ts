import type { Mailbox } from '@tokenholic/contracts';

/** Where reading of a folder stopped. A folder whose validity changed has given its numbers anew. */
export interface MailMark {
  validity: string | null;
  uid: number;
}

export type MailFetch =
  | { kind: 'fetched'; mark: MailMark; messages: Uint8Array[]; more: boolean }
  | { kind: 'refused'; why: 'address' | 'unreachable' | 'sign_in' | 'folder' };

/** A mailbox that can be read. Reading changes nothing in it. */
export interface MailSource {
  fetchSince(mailbox: Mailbox & { password: string }, since: MailMark, most: number): Promise<MailFetch>;
}

/** Whose deals are looked over for patterns. */
export interface PatternPorts {
  /** Null before there is one. */
  vendor(): Promise<string | null>;
  /** Every organisation of the installation. */
  organizations(): Promise<string[]>;
}
