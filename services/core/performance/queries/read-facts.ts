import type { Kit } from '@tokenholic/kit';
import { and, gte, inArray, lt } from 'drizzle-orm';
import type { PerformancePorts } from '../ports.ts';
import { type FactRow, facts } from '../tables.ts';

/** Deeds of these people, wherever they did them. */
export async function readFacts(
  kit: Kit,
  ports: PerformancePorts,
  userIds: readonly string[],
  { begins, ends }: { begins: Date; ends: Date },
): Promise<FactRow[]> {
  if (userIds.length === 0) return [];
  const organizations = await ports.organizations();
  return kit.database.withTenant(organizations, (tx) =>
    tx.db
      .select()
      .from(facts)
      .where(and(inArray(facts.userId, [...userIds]), gte(facts.at, begins), lt(facts.at, ends)))
      .orderBy(facts.at),
  );
}
