import type { DealStage } from '@tokenholic/contracts';
import type { StageBook } from './stages.ts';

const BINDING: readonly DealStage[] = ['proposal', 'negotiation', 'won'];

/** Whether a deal at this stage has an offer of ours before the client: what binds us is agreed to before. */
export function isBinding(book: Pick<StageBook, 'meaningOf'>, stage: DealStage): boolean {
  return BINDING.includes(book.meaningOf(stage));
}

interface Figures {
  amountCny: number;
  discountPercent: number;
}

/** Whether a change makes a deal neither larger nor cheaper. */
export function covers(before: Figures, after: Figures): boolean {
  return after.amountCny <= before.amountCny && after.discountPercent <= before.discountPercent;
}
