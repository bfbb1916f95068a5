import type { KnowledgeSource } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { asc, eq } from 'drizzle-orm';
import type { Readable } from '../domain/base.ts';
import { sources } from '../tables.ts';
import { isStale } from './present.ts';

/** Sitemaps of a collection with what became of them. */
export async function listSources(
  kit: Kit,
  readable: Readable,
  collectionId: string,
): Promise<KnowledgeSource[]> {
  const rows = await kit.database.withTenant(readable, ({ db }) =>
    db.select().from(sources).where(eq(sources.collectionId, collectionId)).orderBy(asc(sources.createdAt)),
  );
  return rows.map(({ organizationId: _, readAt, createdAt, ...row }) => ({
    ...row,
    readAt: readAt?.toISOString() ?? null,
    stale: isStale(readAt, kit.now()),
    createdAt: createdAt.toISOString(),
  }));
}
