import type { Mail } from './domain/mails.ts';

/** Hands one mail to a mail server; throws when the server does not take it. */
export type MailTransport = (mail: Mail) => Promise<void>;
