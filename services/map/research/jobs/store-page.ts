import type { TenantTransaction } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Reading } from '../domain/gathering/reuse.ts';
import { pages, runPages } from '../tables.ts';
import type { FoundPage, StoredPage } from './agents.ts';

/** Keeps a page as evidence, once however often it is found, and notes that this run read it. */
export async function storePage(
  tx: TenantTransaction,
  place: { clientId: string; runId: string; sourceId: string },
  page: FoundPage,
  now: Date,
): Promise<string> {
  const { clientId, runId, sourceId } = place;
  await tx.db
    .insert(pages)
    .values({ ...page, id: uuidv7(), organizationId: clientId, fetchedAt: now })
    .onConflictDoNothing();
  const [stored] = await tx.db
    .select({ id: pages.id })
    .from(pages)
    .where(and(eq(pages.organizationId, clientId), eq(pages.contentHash, page.contentHash)));
  if (stored === undefined) throw new Error(`A page that was just stored cannot be found`);
  await tx.db
    .insert(runPages)
    .values({ organizationId: clientId, runId, pageId: stored.id, sourceId })
    .onConflictDoNothing();
  return stored.id;
}

/** Notes that this run goes by what an earlier one read, and when that was. */
export async function takeOverPages(
  tx: TenantTransaction,
  { clientId, runId, sourceId }: { clientId: string; runId: string; sourceId: string },
  { pageIds, readAt }: Reading,
): Promise<void> {
  await tx.db
    .insert(runPages)
    .values(
      pageIds.map((pageId) => ({ organizationId: clientId, runId, pageId, sourceId, readEarlierAt: readAt })),
    )
    .onConflictDoNothing();
}

/** The pages a run read, in the order they were stored. */
export async function loadRunPages(
  tx: TenantTransaction,
  clientId: string,
  runId: string,
): Promise<StoredPage[]> {
  const rows = await tx.db
    .select({ page: pages })
    .from(runPages)
    .innerJoin(pages, eq(pages.id, runPages.pageId))
    .where(and(eq(runPages.organizationId, clientId), eq(runPages.runId, runId)))
    .orderBy(pages.id);
  return rows.map(({ page: { organizationId: _organization, fetchedAt, ...page } }) => ({
    ...page,
    fetchedAt: fetchedAt.toISOString(),
  }));
}
