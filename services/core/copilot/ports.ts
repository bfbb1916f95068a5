import type { Language, Permission } from '@tokenholic/contracts';
import type { Outcome } from './domain/notices/answers.ts';

/** Somebody who may read an organisation. */
export interface Reader {
  userId: string;
  /** The organisation the person belongs to. */
  homeOrganizationId: string;
  permissions: readonly Permission[];
  language: Language;
  /** Null: the person does not sign in with an address. */
  mailAddress: string | null;
}

export interface NoticePorts {
  /** Everybody who may read this organisation now. */
  readersOf(organizationId: string): Promise<Reader[]>;
  /** Writes a mail down to be sent; the same id again writes none. Null: this installation has no mail. */
  postMail: ((mail: { id: string; to: string; subject: string; body: string }) => Promise<void>) | null;
  /** Where browsers reach this installation, for links. */
  address: string;
  /** Sample clients, while they are being made: what they bring is no news to anybody. Empty when none is. */
  samplesArriving(): readonly string[];
  /** `host:port` that may be posted to although it is private. */
  allowedPrivateHosts: readonly string[];
}

/** Sends one body to a webhook and says what came back; never throws. The key is the same when the same message is sent again. */
export type PostWebhook = (address: string, body: object, key: string) => Promise<Outcome>;
