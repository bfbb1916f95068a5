import type { DealOutcome, DealStage, DecisionRole, LocalizedText } from '@tokenholic/contracts';

/** A closed deal as the analysis looks at it. */
export interface ClosedDeal {
  id: string;
  title: string;
  won: boolean;
  closedAt: Date;
  /** From first record to the end. */
  days: number;
  amountCny: number;
  contacts: number;
  roles: readonly DecisionRole[];
  competitors: readonly string[];
  products: readonly string[];
  source: string;
  ownerName: LocalizedText;
  pushes: number;
  activities: number;
  inbound: number;
  /** Middle time from their word to our answer; null when they never wrote first. */
  replyHours: number | null;
  outcome: DealOutcome | null;
}

/** Stays at one stage that were as long, to the day, and went to the same place. */
export interface Stay {
  stage: DealStage;
  days: number;
  /** Where it went; null: it is still there. */
  next: DealStage | null;
  deals: number;
}
