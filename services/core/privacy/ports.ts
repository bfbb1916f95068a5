import type { SealedTable } from '@tokenholic/kit';

/** What privacy needs to know of people, sign-in and the other services, given by the process that hosts it. */
export interface PrivacyPorts {
  /** The vendor of an installation, who keeps the receipts; null before there is one. */
  findVendor(): Promise<string | null>;
  /** After data of people or organisations went: nothing remembered of them counts any longer. */
  forget(): void;
  /** Columns that hold personal data, of every service. */
  sealedTables(): readonly SealedTable[];
  /** Every organisation of the installation. */
  listOrganizations(): Promise<string[]>;
}
