import { type CareReport, type Merge, mergeSchema } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal, type TenantTransaction } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { mergeUndone, workedOnSince } from '../domain/failures.ts';
import { type StageBook, stageBook } from '../domain/settings/stages.ts';
import { withClients } from '../queries/deal-access.ts';
import { readSettings } from '../queries/settings.ts';
import { sealedCareSteps, sealedDeals } from '../sealed.ts';
import { careSteps, deals } from '../tables.ts';
import { mergeContacts, unmergeContacts } from './merge-contacts.ts';
import { mergeDeals, unmergeDeals } from './merge-deals.ts';
import { patchDeal } from './patch-deal.ts';

type Step = typeof careSteps.$inferSelect;

/** Two records become one. Idempotent by the caller's id. */
export async function merge(kit: Kit, principal: Principal, command: Merge): Promise<void> {
  const { id, kind, keep, drop } = mergeSchema.parse(command);
  await withClients(kit, principal, async (tx) => {
    const done = await tx.db.select().from(careSteps).where(eq(careSteps.operationId, id));
    if (done.length > 0) return;
    if (kind === 'contact') await mergeContacts(kit, tx, principal, { id, keep, drop });
    else await mergeDeals(kit, tx, principal, { id, keep, drop });
  });
}

/** Takes a bulk edit or a merge back, one's own. Records somebody has worked on since are left and named. */
export async function undoCare(kit: Kit, principal: Principal, operationId: string): Promise<CareReport> {
  const book = stageBook(await readSettings(kit, principal));
  return withClients(kit, principal, async (tx) => {
    const stored = await tx.db
      .select()
      .from(careSteps)
      .where(and(eq(careSteps.operationId, operationId), eq(careSteps.userId, principal.user.id)))
      .orderBy(careSteps.subjectId)
      .for('update');
    const steps = await tx.open(sealedCareSteps, stored);
    if (steps.length === 0) throw notFound();
    const report: CareReport = { id: operationId, changed: 0, left: [] };
    for (const step of steps) {
      if (step.undoneAt !== null) continue;
      const left = await undoStep(kit, tx, principal, step, book);
      if (left === null) report.changed += 1;
      else report.left.push(left);
      await tx.db
        .update(careSteps)
        .set({ undoneAt: kit.now() })
        .where(and(eq(careSteps.operationId, operationId), eq(careSteps.subjectId, step.subjectId)));
      await tx.audit(step.organizationId, { action: `deal.undo_${step.kind}`, subject: step.subjectId });
    }
    return report;
  });
}

async function undoStep(
  kit: Kit,
  tx: TenantTransaction,
  principal: Principal,
  step: Step,
  book: StageBook,
): Promise<CareReport['left'][number] | null> {
  if (step.kind === 'bulk') return undoBulk(kit, tx, principal, step, book);
  try {
    if (step.kind === 'merge_contact') await unmergeContacts(tx, step);
    else await unmergeDeals(tx, step);
    return null;
  } catch (error) {
    throw mergeUndone(error);
  }
}

async function undoBulk(
  kit: Kit,
  tx: TenantTransaction,
  principal: Principal,
  { subjectId, before, revision }: Step,
  book: StageBook,
): Promise<CareReport['left'][number] | null> {
  const stored = await tx.db.select().from(deals).where(eq(deals.id, subjectId)).for('update');
  const [row] = await tx.open(sealedDeals, stored);
  if (row === undefined) return null;
  if (row.revision !== revision) return { title: row.title, why: workedOnSince };
  const { stageSince, ...patch } = before;
  await patchDeal(
    ...([tx, principal, row] as const),
    { ...patch, stageSince: new Date(String(stageSince)) },
    { book, now: kit.now() },
  );
  return null;
}
