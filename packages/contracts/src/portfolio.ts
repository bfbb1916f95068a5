import { z } from 'zod';
import { totalsSchema } from './battlemap.ts';
import { localizedTextSchema } from './language.ts';
import { lifecycleStageSchema } from './lifecycle.ts';

/** The figures of a map that are compared over time. Tokens and CNY a year, shares in [0, 1]. */
export const portfolioFiguresSchema = z.object({
  tokensPerYear: z.number(),
  valuePerYear: z.number(),
  ourShare: z.number(),
  winnableTopThree: z.number(),
});
export type PortfolioFigures = z.infer<typeof portfolioFiguresSchema>;

/** A client's map in one line, with where the client stands and who looks after it. */
export const portfolioEntrySchema = portfolioFiguresSchema
  .extend({
    clientId: z.uuid(),
    clientName: z.string(),
    version: z.number().int(),
    basis: z.enum(['evidence', 'industry_benchmark']),
    competitorShare: z.number(),
    selfHostedShare: z.number(),
    unknownShare: z.number(),
    /** Share of tokens without a known price; the value leaves them out. */
    unpricedShare: z.number(),
    shares: totalsSchema.shape.shares,
    changedAt: z.iso.datetime(),
    industry: z.object({ id: z.string(), name: localizedTextSchema }).nullable(),
    stage: lifecycleStageSchema,
    agents: z.array(z.object({ id: z.uuid(), name: localizedTextSchema })),
    /** The same figures seven days ago; null when there was no map yet. */
    weekAgo: portfolioFiguresSchema.nullable(),
  })
  .meta({ id: 'PortfolioEntry' });
export type PortfolioEntry = z.infer<typeof portfolioEntrySchema>;
