import type { ResearchInterval, ResearchSchedule } from '@tokenholic/contracts';
import { isAppError, type Kit, type Principal, type TenantTransaction } from '@tokenholic/kit';
import { and, desc, eq, lte } from 'drizzle-orm';
import { firstStale, freshnessOf } from '../domain/gathering/freshness.ts';
import { nextAfter } from '../domain/run/schedule.ts';
import { loadFreshness } from '../queries/read-freshness.ts';
import { sealedSchedules } from '../sealed.ts';
import { runs, schedules } from '../tables.ts';
import { startRun } from './start-run.ts';

const NONE: ResearchSchedule = { every: null, nextAt: null, setBy: null };

export async function readSchedule(kit: Kit, clientId: string): Promise<ResearchSchedule> {
  const [row] = await kit.database.withTenant([clientId], async (tx) => {
    const stored = await tx.db.select().from(schedules).where(eq(schedules.organizationId, clientId));
    return tx.open(sealedSchedules, stored);
  });
  return row === undefined ? NONE : { every: row.every, nextAt: row.nextAt.toISOString(), setBy: row.setBy };
}

/** Has a client researched again at an interval, from now on; null ends it. */
export async function scheduleResearch(
  kit: Kit,
  principal: Principal,
  clientId: string,
  every: ResearchInterval | null,
): Promise<ResearchSchedule> {
  await kit.database.withTenant([clientId], async (tx) => {
    if (every === null) await tx.db.delete(schedules).where(eq(schedules.organizationId, clientId));
    else {
      const nextAt = await firstTime(tx, clientId, every, kit.now());
      const setBy = principal.user.name.zh;
      const values = await tx.seal(sealedSchedules, clientId, { every, nextAt, setBy });
      await tx.db
        .insert(schedules)
        .values({ ...values, organizationId: clientId })
        .onConflictDoUpdate({ target: schedules.organizationId, set: values });
    }
    await tx.audit(clientId, { action: 'research.scheduled', subject: clientId, after: { every } });
  });
  return readSchedule(kit, clientId);
}

/** Starts what is due. Several processes may do so at once: the row is locked, and due only until its next time is set. */
export async function startDueResearch(kit: Kit): Promise<number> {
  const due = await kit.database.withSystem(({ db }) =>
    db.select({ id: schedules.organizationId }).from(schedules).where(lte(schedules.nextAt, kit.now())),
  );
  let started = 0;
  for (const { id } of due) {
    try {
      if (await kit.database.withTenant([id], (tx) => startOne(kit, tx, id))) started += 1;
    } catch (error) {
      // A run that is still going on is reason enough to wait for the next look.
      if (!isAppError(error, 'research.already_running')) throw error;
    }
  }
  return started;
}

async function firstTime(
  tx: TenantTransaction,
  clientId: string,
  every: ResearchInterval,
  now: Date,
): Promise<Date> {
  return every === 'stale' ? firstStale(await loadFreshness(tx, clientId, now), now) : nextAfter(now, every);
}

async function startOne(kit: Kit, tx: TenantTransaction, clientId: string): Promise<boolean> {
  const [row] = await tx.db
    .select()
    .from(schedules)
    .where(and(eq(schedules.organizationId, clientId), lte(schedules.nextAt, kit.now())))
    .for('update');
  if (row === undefined) return false;
  const [last] = await tx.db
    .select({ input: runs.input })
    .from(runs)
    .where(eq(runs.organizationId, clientId))
    .orderBy(desc(runs.createdAt))
    .limit(1);
  // What is stale is read now and is as old as this moment from here on; the rest keeps its age.
  const renewed = (await loadFreshness(tx, clientId, kit.now())).map((source) => {
    const { kind, pages, newestDate, isStale, readAt } = source;
    return { kind, pages, newestDate, readAt: isStale ? kit.now() : new Date(readAt) };
  });
  const afterRun =
    row.every === 'stale'
      ? firstStale(freshnessOf(renewed, kit.now()), kit.now())
      : nextAfter(kit.now(), row.every);
  await tx.db.update(schedules).set({ nextAt: afterRun }).where(eq(schedules.organizationId, clientId));
  await startRun(kit, tx, clientId, {
    ...(last?.input ?? {
      ...{ website: null, links: [], notes: '', materialIds: [] },
      ...{ language: 'zh' as const, publicSources: true },
    }),
    // Who sets a day wants what is new by then; who waits for staleness wants no more than that.
    reread: row.every !== 'stale',
  });
  return true;
}
