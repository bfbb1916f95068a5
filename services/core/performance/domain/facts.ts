import type { Metric } from '@tokenholic/contracts';

/** Metrics, and what only the coach looks at: tasks put off or taken on by kind, deals lost by reason. */
export type FactKind = Metric | 'task_deferred' | 'task_taken' | 'deal_lost';

/** A deed as the coach reads it. */
export interface Deed {
  id: string;
  /** Null: of no client. */
  clientId: string | null;
  kind: FactKind;
  label: string | null;
  value: number;
  at: Date;
}
