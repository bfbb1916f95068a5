import type { Principal, SealedTable, TenantTransaction } from '@tokenholic/kit';

/** A server beside the database that keeps data of organisations. */
export interface StoreBeside {
  /** Stands on the receipt. */
  name: string;
  /** Erases everything of an organisation; the answer is how much that was. */
  erase(organizationId: string): Promise<number>;
}

/** What leads to a person in a document: any of `certain` does; a name only where `together` stands too. */
export interface DocumentSearch {
  certain: readonly string[];
  names: readonly string[];
  together: string;
}

/** Documents with an index of their own, of which one that names a person goes whole. */
export interface DocumentStore {
  find(organizationId: string, search: DocumentSearch): Promise<{ id: string; title: string }[]>;
  remove(organizationId: string, id: string): Promise<void>;
}

/** What privacy needs to know of people, sign-in and the other services, given by the process that hosts it. */
export interface PrivacyPorts {
  /** What may hold back the vendor's taking along of everything about an organisation: returns when it may. */
  passExport(principal: Principal, organizationId: string): Promise<void>;
  /** The oldest vendor of an installation, who keeps the reports on retention; null before there is one. */
  findVendor(): Promise<string | null>;
  /** The vendor whose client an organisation is, or the organisation itself if it is one: keeps the receipts. Null before there is one. */
  sellerOf(organizationId: string): Promise<string | null>;
  /** After data of people or organisations went: nothing remembered of them counts any longer. */
  forget(): void;
  /** Columns that hold personal data, of every service. */
  sealedTables(): readonly SealedTable[];
  /** Clients with the seller whose rules hold for them: about one seller or client, or about all when it is null. */
  clientsWithSellers(about: string | null): Promise<{ clientId: string; sellerId: string }[]>;
  /** Every organisation of the installation. */
  listOrganizations(): Promise<string[]>;
  /** A new key for what belongs to no organisation; the answer is how many rows were sealed anew. */
  rotateOwnKey(): Promise<number>;
  storesBeside: readonly StoreBeside[];
  /** Contacts of a client that have an address or number, within a transaction of the client. */
  contactsAt(tx: TenantTransaction, clientId: string, address: string): Promise<string[]>;
  /** Null where there is no knowledge base. */
  documents: DocumentStore | null;
}
