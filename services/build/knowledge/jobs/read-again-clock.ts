import type { Kit } from '@tokenholic/kit';
import { and, eq, lte, ne } from 'drizzle-orm';
import { documents, pageTurns, sources, sourceTurns } from '../tables.ts';
import { INDEX_QUEUE } from './index-document.ts';
import { SYNC_QUEUE } from './sync-source.ts';

const EVERY_MILLISECONDS = 300_000;
const DAY = 86_400_000;
const AT_ONCE = 50;

/** When a page of the web is read again after this moment. */
export const nextTurn = (now: Date) => new Date(now.getTime() + DAY);

/** Asks for the pages of the web whose turn has come; each is read, and only what changed is indexed. */
export async function readDuePages(kit: Kit): Promise<number> {
  const due = await kit.database.withSystem(({ db }) =>
    db.select().from(pageTurns).where(lte(pageTurns.dueAt, kit.now())).limit(AT_ONCE),
  );
  for (const { documentId, organizationId } of due)
    await kit.database.withTenant([organizationId], async (tx) => {
      const turn = and(eq(pageTurns.documentId, documentId), lte(pageTurns.dueAt, kit.now()));
      // Of several processes one moves the turn on, and that one asks.
      const mine = await tx.db
        .update(pageTurns)
        .set({ dueAt: nextTurn(kit.now()) })
        .where(turn)
        .returning();
      if (mine.length === 0) return;
      await tx.db
        .update(documents)
        .set({ status: 'queued' })
        .where(and(eq(documents.id, documentId), ne(documents.status, 'queued')));
      await tx.requestJob(organizationId, INDEX_QUEUE, { documentId });
    });
  return due.length;
}

/** Asks for the sitemaps whose turn has come. */
export async function readDueSources(kit: Kit): Promise<number> {
  const due = await kit.database.withSystem(({ db }) =>
    db.select().from(sourceTurns).where(lte(sourceTurns.dueAt, kit.now())).limit(AT_ONCE),
  );
  for (const { sourceId, organizationId } of due)
    await kit.database.withTenant([organizationId], async (tx) => {
      const turn = and(eq(sourceTurns.sourceId, sourceId), lte(sourceTurns.dueAt, kit.now()));
      const mine = await tx.db
        .update(sourceTurns)
        .set({ dueAt: nextTurn(kit.now()) })
        .where(turn)
        .returning();
      if (mine.length === 0) return;
      await tx.db.update(sources).set({ status: 'queued' }).where(eq(sources.id, sourceId));
      await tx.requestJob(organizationId, SYNC_QUEUE, { sourceId });
    });
  return due.length;
}

/** Looks for what is due; `more` is other work that is looked for at the same time. */
export function createReadAgainClock(kit: Kit, more: readonly (() => Promise<unknown>)[]) {
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<unknown> = Promise.resolve();
  const look = () => {
    looking = Promise.all([readDuePages(kit), readDueSources(kit), ...more.map((look) => look())]).catch(
      (error) => kit.logger.error({ err: error }, 'due work of knowledge could not be asked for'),
    );
  };
  return {
    start: (): void => {
      look();
      timer = setInterval(look, EVERY_MILLISECONDS);
      timer.unref();
    },
    stop: async (): Promise<void> => {
      if (timer !== null) clearInterval(timer);
      await looking;
    },
  };
}
