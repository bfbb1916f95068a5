import type { LibraryReply, Objection, ObjectionCategory } from '@tokenholic/contracts';
import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import { and, count, desc, eq, isNotNull, lt, sql } from 'drizzle-orm';
import { objectionUnknown } from '../domain/failures.ts';
import { pickProven, type Worked } from '../domain/pick-proven.ts';
import { successRate } from '../domain/success-rate.ts';
import { sealedLibrary, sealedObjections } from '../sealed.ts';
import { library, objections } from '../tables.ts';

type Row = typeof objections.$inferSelect;

export function toObjection(
  { organizationId: _owner, ...row }: Row,
  before: number,
  worked: readonly Worked[],
): Objection {
  return { ...row, before, proven: pickProven(worked, row), createdAt: row.createdAt.toISOString() };
}

/** How far back one looks for what worked. */
const MOST_WORKED = 300;

/** Answers that worked, newest first, with every client in the scope of the transaction. */
export async function listWorked(tx: TenantTransaction): Promise<Worked[]> {
  const { id, organizationId, clientId, category, language, text, sent, createdAt } = objections;
  const stored = await tx.db
    .select({ id, organizationId, clientId, category, language, text, sent, createdAt })
    .from(objections)
    .where(and(eq(objections.outcome, 'worked'), isNotNull(objections.sent)))
    .orderBy(desc(objections.createdAt))
    .limit(MOST_WORKED);
  const rows = await tx.open(sealedObjections, stored);
  return rows.flatMap(
    ({ id: objectionId, organizationId: _, text: objection, sent: answer, createdAt: at, ...row }) =>
      answer === null ? [] : [{ ...row, objectionId, objection, sent: answer, createdAt: at.toISOString() }],
  );
}

/** Objections of one kind that the same client raised before that moment. */
export async function countBefore(
  tx: TenantTransaction,
  clientId: string | null,
  category: ObjectionCategory | null,
  moment: Date,
): Promise<number> {
  if (clientId === null || category === null) return 0;
  const [row] = await tx.db
    .select({ times: count() })
    .from(objections)
    .where(
      and(
        eq(objections.organizationId, clientId),
        eq(objections.category, category),
        lt(objections.createdAt, moment),
      ),
    );
  return row?.times ?? 0;
}

/** What was objected lately, newest first: by one client or by all a person looks after. */
export async function listObjections(
  kit: Kit,
  principal: Principal,
  clientId: string | null,
): Promise<Objection[]> {
  return kit.database.withTenant(principal.organizationIds, async (tx) => {
    const before = sql<number>`(count(*) over (
      partition by ${objections.clientId}, ${objections.category} order by ${objections.createdAt}
      rows between unbounded preceding and current row
    ) - 1)::int`;
    const stored = await tx.db
      .select({ row: objections, before })
      .from(objections)
      .where(clientId === null ? undefined : eq(objections.organizationId, clientId))
      .orderBy(desc(objections.createdAt))
      .limit(100);
    const rows = await tx.open(
      sealedObjections,
      stored.map(({ row, before: times }) => ({ ...row, times })),
    );
    const worked = await listWorked(tx);
    return rows.map(({ times, ...row }) =>
      toObjection(row, row.clientId === null || row.category === null ? 0 : times, worked),
    );
  });
}

/** One objection, held until the transaction ends. */
export async function objectionOf(tx: TenantTransaction, id: string): Promise<Row> {
  const stored = await tx.db.select().from(objections).where(eq(objections.id, id)).for('update');
  const [row] = await tx.open(sealedObjections, stored);
  if (row === undefined) throw objectionUnknown();
  return row;
}

/** Approved replies first, those that worked most often in front; what waits for approval after them. */
export async function listLibrary(kit: Kit, principal: Principal): Promise<LibraryReply[]> {
  return kit.database.withTenant(principal.organizationIds, async (tx) => {
    const stored = await tx.db.select().from(library).orderBy(desc(library.createdAt)).limit(500);
    const rows = await tx.open(sealedLibrary, stored);
    const uses = await tx.db
      .select({ id: objections.libraryReplyId, outcome: objections.outcome, times: count() })
      .from(objections)
      .where(isNotNull(objections.libraryReplyId))
      .groupBy(objections.libraryReplyId, objections.outcome);
    const timesOf = (id: string, outcome?: string) =>
      uses
        .filter((use) => use.id === id && (outcome === undefined || use.outcome === outcome))
        .reduce((sum, { times }) => sum + times, 0);
    return rows
      .map(({ organizationId: _owner, proposedById, ...row }) => {
        const [worked, failed] = [timesOf(row.id, 'worked'), timesOf(row.id, 'failed')];
        return {
          mine: proposedById === principal.user.id,
          ...{ ...row, createdAt: row.createdAt.toISOString(), uses: timesOf(row.id) },
          ...{ worked, failed, success: successRate(worked, failed) },
        };
      })
      .sort((a, b) => rankOf(b) - rankOf(a));
  });
}

/** Success counts once there is some: (worked + 1) / (rated + 2), the rule of succession. */
function rankOf({ status, worked, failed }: Pick<LibraryReply, 'status' | 'worked' | 'failed'>): number {
  return (status === 'approved' ? 1 : 0) + (worked + 1) / (worked + failed + 2);
}
