import type {
  ActivityKind,
  DealCurrency,
  DealOutcome,
  DealStage,
  DecisionRole,
  OPEN_STAGES,
} from '@tokenholic/contracts';

/** Days before today; a negative number lies ahead. */
type DaysAgo = number;

export interface SampleDeal {
  title: string;
  /** In whole units of the currency. */
  amount: number;
  currency: DealCurrency;
  created: DaysAgo;
  closes: DaysAgo;
  /** The close date before it was moved. */
  closedBefore?: DaysAgo;
  source: string;
  products: string[];
  competitors: string[];
  begins: (typeof OPEN_STAGES)[number];
  moves: { to: DealStage; on: DaysAgo; outcome?: DealOutcome }[];
  roles: Record<string, DecisionRole>;
  said: {
    kind: ActivityKind;
    direction: 'in' | 'out';
    on: DaysAgo;
    subject: string;
    text: string;
    with: string[];
  }[];
  steps: { title: string; due: DaysAgo }[];
}

/** A sample client's people, by a key of their own, and its deals. */
export interface SampleAccount {
  people: Record<string, { name: string; title: string; email: string }>;
  deals: SampleDeal[];
}
