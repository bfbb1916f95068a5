import type { Price } from '@tokenholic/contracts';
import { OUR_PROVIDER, reference } from '@tokenholic/reference';
import { priceOf } from './pricing.ts';

/** Our list price of a model when it does this use case, as the map reckons it; null when it is not known. */
export function ourPrice(modelId: string, useCaseId: string): Price | null {
  const volume = reference.volumeModels.find((item) => item.useCaseId === useCaseId);
  const useCase = reference.useCases.find(({ id }) => id === useCaseId);
  if (volume === undefined || useCase === undefined) return null;
  const question = { providerId: OUR_PROVIDER, modelId, modelName: null, volume };
  return priceOf({ ...question, useCaseModalities: useCase.modalities }, reference);
}
