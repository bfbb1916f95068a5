import type { DealStage, WinEstimate } from '@tokenholic/contracts';
import type { StageBook } from '../settings/stages.ts';
import { priorEstimate } from './prior.ts';
import { estimate, FEWEST_CLOSED, type WinModel } from './win-model.ts';

/** A deal's chance by the best that is known: the model, the base rate, or the planning figure. */
export function estimateDeal(
  model: WinModel,
  stage: DealStage,
  features: Readonly<Record<string, number>>,
  book: Pick<StageBook, 'probabilityOf'>,
): WinEstimate {
  if (stage === 'won' || stage === 'lost' || model.kind === 'too_few')
    return priorEstimate(
      book.probabilityOf(stage),
      model.kind === 'too_few' ? model.deals : model.quality.deals,
    );
  const known = { closedDeals: model.quality.deals, neededDeals: FEWEST_CLOSED };
  return model.kind === 'no_signal'
    ? { ...model.estimate, basis: 'base_rate', ...known }
    : { ...estimate(model, features), basis: 'model', ...known };
}
