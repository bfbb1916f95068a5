import type { LocalizedText } from '@tokenholic/contracts';

export interface Colleague {
  id: string;
  name: LocalizedText;
  roles: readonly string[];
}

/** What performance needs to know of people. None of it may be asked inside a transaction. */
export interface PerformancePorts {
  /** Everybody who works for the vendor. */
  people(vendorId: string): Promise<Colleague[]>;
  /** Every organisation in which they may have done something: a person's deeds count wherever they are assigned today. */
  organizations(): Promise<string[]>;
}
