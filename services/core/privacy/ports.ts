import type { Principal, SealedTable } from '@tokenholic/kit';

/** A server beside the database that keeps data of organisations. */
export interface StoreBeside {
  /** Stands on the receipt. */
  name: string;
  /** Erases everything of an organisation; the answer is how much that was. */
  erase(organizationId: string): Promise<number>;
}

/** What privacy needs to know of people, sign-in and the other services, given by the process that hosts it. */
export interface PrivacyPorts {
  /** What may hold back the vendor's taking along of everything about an organisation: returns when it may. */
  passExport(principal: Principal, organizationId: string): Promise<void>;
  /** The vendor of an installation, who keeps the receipts; null before there is one. */
  findVendor(): Promise<string | null>;
  /** After data of people or organisations went: nothing remembered of them counts any longer. */
  forget(): void;
  /** Columns that hold personal data, of every service. */
  sealedTables(): readonly SealedTable[];
  /** Every organisation of the installation. */
  listOrganizations(): Promise<string[]>;
  storesBeside: readonly StoreBeside[];
}
