import { createHash } from 'node:crypto';
import type { WinLoss } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { inArray, isNotNull } from 'drizzle-orm';
import { analyse } from '../domain/analysis/analyse.ts';
import { stageBook } from '../domain/settings/stages.ts';
import type { PatternPorts } from '../ports.ts';
import { closedDeals } from '../queries/read-win-loss.ts';
import { readSettings } from '../queries/settings.ts';
import { deals, patterns } from '../tables.ts';

/** The same pattern with other figures is the same pattern: what it cites and its words without numbers. */
export function patternKey({ cites, text }: WinLoss['alerts'][number]): string {
  const words = text.en.replace(/\d+/g, '#');
  return `${cites.join(',')} ${createHash('sha256').update(words).digest('hex').slice(0, 12)}`;
}

/**
 * Looks over all closed deals of each seller for what the analysis warns of, and says of each pattern once that it is there;
 * again only after it was gone. Returns how many were new.
 */
export async function findPatterns(kit: Kit, ports: PatternPorts): Promise<number> {
  let fresh = 0;
  for (const { sellerId, clientIds } of await ports.sellers())
    fresh += await findPatternsOf(kit, sellerId, clientIds);
  return fresh;
}

async function findPatternsOf(kit: Kit, vendor: string, clients: readonly string[]): Promise<number> {
  const book = stageBook(await readSettings(kit, { homeOrganizationId: vendor }));
  const closed = await kit.database.withTenant(clients, (tx) => closedDeals(tx, isNotNull(deals.closedAt)));
  const found = new Map(analyse(closed, [], book).alerts.map((alert) => [patternKey(alert), alert.text]));
  return kit.database.withTenant([vendor], async (tx) => {
    const known = new Set((await tx.db.select({ key: patterns.key }).from(patterns)).map(({ key }) => key));
    const gone = [...known].filter((key) => !found.has(key));
    if (gone.length > 0) await tx.db.delete(patterns).where(inArray(patterns.key, gone));
    const fresh = [...found].filter(([key]) => !known.has(key));
    for (const [key, headline] of fresh) {
      const row = { organizationId: vendor, key, foundAt: kit.now() };
      const [made] = await tx.db.insert(patterns).values(row).onConflictDoNothing().returning();
      if (made !== undefined) await tx.publish(vendor, 'deal.pattern_found', { headline, key });
    }
    return fresh.length;
  });
}
