import { z } from 'zod';
import { localizedTextSchema } from './language.ts';
import { providerGroupSchema } from './taxonomy.ts';

const changeSchema = z.enum(['added', 'gone', 'moved', 'same']);
export type MapChange = z.infer<typeof changeSchema>;

/** Why a figure moved: evidence came or went, a person edited, a factor of the estimate or a price changed. */
export const changeCauseSchema = z.object({
  kind: z.enum(['new_evidence', 'no_longer_found', 'edited', 'edit_removed', 'factor', 'price', 'share']),
  text: localizedTextSchema,
});
export type ChangeCause = z.infer<typeof changeCauseSchema>;

/** Token equivalents a year; null where the version has no such thing. */
const beforeAfter = { before: z.number().nullable(), after: z.number().nullable() };

export const comparedTileSchema = z.object({
  key: z.string(),
  modelName: localizedTextSchema,
  providerName: localizedTextSchema,
  group: providerGroupSchema,
  change: changeSchema,
  tokens: z.object(beforeAfter),
  causes: z.array(changeCauseSchema),
});
export type ComparedTile = z.infer<typeof comparedTileSchema>;

export const comparedUseCaseSchema = z.object({
  key: z.string(),
  name: localizedTextSchema,
  change: changeSchema,
  tokens: z.object(beforeAfter),
  /** Share of the use case that is ours, in [0, 1]. */
  ourShare: z.object(beforeAfter),
  tiles: z.array(comparedTileSchema),
});
export type ComparedUseCase = z.infer<typeof comparedUseCaseSchema>;

export const mapComparisonSchema = z
  .object({
    from: z.number().int().positive(),
    to: z.number().int().positive(),
    tokens: z.object({ before: z.number(), after: z.number() }),
    valuePerYear: z.object({ before: z.number(), after: z.number() }),
    ourShare: z.object({ before: z.number(), after: z.number() }),
    winnable: z.object({ before: z.number(), after: z.number() }),
    /** What moved most comes first; what did not move comes last. */
    useCases: z.array(comparedUseCaseSchema),
  })
  .meta({ id: 'MapComparison' });
export type MapComparison = z.infer<typeof mapComparisonSchema>;
