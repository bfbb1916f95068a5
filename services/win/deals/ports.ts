import type { ConsentCheck, DealApprovalNeed, Mailbox } from '@tokenholic/contracts';
import type { Principal, TenantTransaction } from '@tokenholic/kit';

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
  sellers(): Promise<{ sellerId: string; clientIds: string[] }[]>;
}

/** What of a deal somebody else may have to agree to. */
export interface DealFigures {
  dealId: string;
  amountCny: number;
  discountPercent: number;
}

export interface AskedDeal extends DealFigures {
  clientId: string;
  title: string;
  note: string;
}

/** For whom the product asks: by id, since this waits in a queue. */
export interface Asker {
  id: string;
  vendorId: string;
}

/** Who has to agree to a deal. Never asked inside a transaction. */
export interface DealApprovals {
  /** What still stands between the deal and the stages that bind us; null: nothing. */
  check(principal: Principal, deal: DealFigures): Promise<DealApprovalNeed | null>;
  /** Asks for a yes to the deal as it stands. */
  ask(principal: Principal, deal: AskedDeal): Promise<void>;
  /** The same by itself, for a deal that binds us already; nothing where nobody has to agree, or was asked for as much. */
  askAtOnce(asker: Asker, deal: AskedDeal): Promise<void>;
  /** Takes back what is still asked for deals that are gone, and says why. */
  withdraw(asker: Asker, dealIds: readonly string[], why: string): Promise<void>;
}

/** Nobody is asked: for deals that were made before the product was there. */
export const withoutApprovals: DealApprovals = {
  check: async () => null,
  ask: async () => {},
  askAtOnce: async () => {},
  withdraw: async () => {},
};

/** Whether calls and meetings with some contacts of one client may be recorded; asked within the transaction that reads or keeps. */
export type MayRecord = (
  tx: TenantTransaction,
  clientId: string,
  contactIds: readonly string[],
) => Promise<ReadonlyMap<string, ConsentCheck>>;

/** Everybody agreed: for measurements and tests of what comes after. */
export const everybodyAgreed: MayRecord = async (_tx, _clientId, contactIds) =>
  new Map(contactIds.map((id) => [id, { allowed: true, because: 'given', since: null }]));
