import type { LocalizedText } from '@tokenholic/contracts';
import type { Colleague } from './domain/who-may.ts';

/** What approvals need to know of people and clients. None of it may be asked inside a transaction. */
export interface ApprovalPorts {
  /** Everybody who works for the vendor. */
  people(vendorId: string): Promise<Colleague[]>;
  /** What somebody is or was called who works or worked for the vendor. */
  nameOf(vendorId: string, personId: string): Promise<LocalizedText>;
  /** What a client is called. */
  clientName(clientId: string): Promise<string>;
  /** Sellers of the installation, each with rules and requests of its own. */
  vendors(): Promise<string[]>;
}
