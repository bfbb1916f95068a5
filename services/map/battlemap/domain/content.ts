import type { BattleMap, LocalizedText } from '@tokenholic/contracts';
import type { Reference, ReferenceProvider, ReferenceUseCase, VolumeModel } from '@tokenholic/reference';

/** What a version holds before edits: everything on the map that is not computed from the rest of it. */
export type MapContent = Pick<
  BattleMap,
  | 'basis'
  | 'industry'
  | 'useCases'
  | 'watchlist'
  | 'notes'
  | 'stickers'
  | 'removed'
  | 'engine'
  | 'exchangeRate'
>;

export type MapTables = Pick<
  Reference,
  | 'providers'
  | 'models'
  | 'useCases'
  | 'industries'
  | 'benchmarks'
  | 'comparisons'
  | 'volumeModels'
  | 'exchangeRate'
>;

export const UNKNOWN_MODEL: LocalizedText = { zh: '未知模型', en: 'Unknown model' };
export const OWN_MODEL: LocalizedText = { zh: '自有模型', en: 'Own model' };

export function providerIn(tables: MapTables, id: string): ReferenceProvider {
  const provider =
    tables.providers.find((item) => item.id === id) ?? tables.providers.find((item) => item.id === 'unknown');
  if (provider === undefined) throw new Error('The reference has no unknown provider');
  return provider;
}

/** How a use case is counted; one that the reference does not know is counted as plain enterprise Q&A would be. */
export function countingOf(
  tables: MapTables,
  useCaseId: string | null,
): { useCase: ReferenceUseCase; volume: VolumeModel } {
  const id = useCaseId ?? 'rag_qa';
  const useCase = tables.useCases.find((item) => item.id === id);
  const volume = tables.volumeModels.find((item) => item.useCaseId === id);
  if (useCase === undefined || volume === undefined) throw new Error(`The reference has no use case ${id}`);
  return { useCase, volume };
}

/** Part of a tile's key: the same model has the same key in each version. */
export function slug(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^-|-$/g, '');
}

export function tileKey(useCaseKey: string, providerId: string, modelName: string): string {
  return `${useCaseKey}/${providerId}/${slug(modelName) || 'unknown'}`;
}
