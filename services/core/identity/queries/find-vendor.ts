import type { Kit } from '@tokenholic/kit';
import { and, asc, eq, ne } from 'drizzle-orm';
import { DEMO_VENDOR } from '../domain/demo-people.ts';
import { organizations } from '../tables.ts';

/** The vendor whose installation this is: the demo's own in demo mode; null before there is one. */
export async function findVendor(kit: Kit, demo: boolean): Promise<string | null> {
  if (demo) return DEMO_VENDOR;
  const [row] = await kit.database.withSystem(({ db }) =>
    db
      .select({ id: organizations.organizationId })
      .from(organizations)
      .where(and(eq(organizations.kind, 'vendor'), ne(organizations.organizationId, DEMO_VENDOR)))
      .orderBy(asc(organizations.createdAt))
      .limit(1),
  );
  return row?.id ?? null;
}
