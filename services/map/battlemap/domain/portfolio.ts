import { type BattleMap, totalsSchema } from '@tokenholic/contracts';
import { z } from 'zod';

/** A client's map in one line of a list. */
export const portfolioEntrySchema = z
  .object({
    clientId: z.uuid(),
    clientName: z.string(),
    version: z.number().int(),
    basis: z.enum(['evidence', 'industry_benchmark']),
    tokensPerYear: z.number(),
    valuePerYear: z.number(),
    ourShare: z.number(),
    competitorShare: z.number(),
    selfHostedShare: z.number(),
    unknownShare: z.number(),
    winnableTopThree: z.number(),
    shares: totalsSchema.shape.shares,
    generatedAt: z.iso.datetime(),
  })
  .meta({ id: 'PortfolioEntry' });
export type PortfolioEntry = z.infer<typeof portfolioEntrySchema>;

export function portfolioEntryOf(map: BattleMap): PortfolioEntry {
  const { clientId, clientName, version, basis, generatedAt, totals } = map;
  const { ourShare, competitorShare, selfHostedShare, unknownShare, winnableTopThree, shares } = totals;
  return {
    clientId,
    clientName,
    version,
    basis,
    generatedAt,
    tokensPerYear: totals.tokensPerYear.mid,
    valuePerYear: totals.valuePerYear.mid,
    ourShare,
    competitorShare,
    selfHostedShare,
    unknownShare,
    winnableTopThree,
    shares,
  };
}
