import type { Mail } from './domain/mails.ts';

/** Hands one mail to a mail server; throws when the server does not take it. */
export type MailTransport = (mail: Mail) => Promise<void>;

/** Knows passwords that came out in breaches. */
export interface BreachedPasswords {
  isBreached(password: string): Promise<boolean>;
}
