import { type DealFilter, type DealStage, OPEN_STAGES, type Pipeline } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm';
import { isOpen } from '../domain/deal.ts';
import { COLUMN_CARDS } from '../domain/limits.ts';
import { toCard } from '../domain/present.ts';
import { type StageBook, stageBook } from '../domain/settings/stages.ts';
import { accounts, type DealRow, deals } from '../tables.ts';
import { conditionsOf } from './conditions.ts';
import { withClients } from './deal-access.ts';
import { withOwnerNames } from './owner-names.ts';
import { readSettings } from './settings.ts';

/** The board: each stage with its sums and its first cards, next to close in front; closed ones newest first. */
export async function readPipeline(kit: Kit, principal: Principal, filter: DealFilter): Promise<Pipeline> {
  const book = stageBook(await readSettings(kit, principal));
  const where = conditionsOf(filter, principal.user.id, kit.now(), book);
  return withClients(kit, principal, async (tx) => {
    const sums = await tx.db
      .select({ stage: deals.stage, deals: count(), amountCny: sql<number>`sum(${deals.amountCny})` })
      .from(deals)
      .where(where)
      .groupBy(deals.stage);
    const cards = new Map<DealStage, DealRow[]>();
    for (const { stage } of sums) {
      const order = isOpen(stage) ? asc(deals.closeDate) : desc(deals.closeDate);
      const rows = await tx.db
        .select()
        .from(deals)
        .where(and(eq(deals.stage, stage), where))
        .orderBy(order, isOpen(stage) ? asc(deals.id) : desc(deals.id))
        .limit(COLUMN_CARDS);
      cards.set(stage, await withOwnerNames(tx, rows));
    }
    const shown = [...new Set([...cards.values()].flat().map((row) => row.organizationId))];
    const names = new Map(
      shown.length === 0
        ? []
        : (await tx.db.select().from(accounts).where(inArray(accounts.organizationId, shown))).map((row) => [
            row.organizationId,
            row.name,
          ]),
    );
    return {
      columns: shownStages(book, sums).map((stage) => {
        const sum = sums.find((one) => one.stage === stage);
        const items = (cards.get(stage) ?? []).map((row) => toCard(row, names.get(row.organizationId) ?? ''));
        return { stage, deals: sum?.deals ?? 0, amountCny: Number(sum?.amountCny ?? 0), items };
      }),
    };
  });
}

/** Stages in use, in order; one that is not is shown while deals stand there. */
function shownStages({ isUsed, placeOf }: StageBook, sums: readonly { stage: DealStage }[]): DealStage[] {
  const open = OPEN_STAGES.filter((stage) => isUsed(stage) || sums.some((one) => one.stage === stage));
  return [...open.toSorted((a, b) => placeOf(a) - placeOf(b)), 'won', 'lost'];
}
