import type { DealImport } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { headlines } from '../domain/headline.ts';
import { requestWithdrawal } from '../jobs/withdraw-asking.ts';
import { clientsOf } from '../queries/deal-access.ts';
import { findImport, toImport } from '../queries/read-imports.ts';
import { deals, imports } from '../tables.ts';

/** Takes an import back, also a half-done one. Deals on which somebody has worked since are kept. */
export async function undoImport(kit: Kit, principal: Principal, importId: string): Promise<DealImport> {
  const { user, homeOrganizationId: home } = principal;
  const asker = { id: user.id, name: user.name, vendorId: home };
  return kit.database.withTenant([home, ...clientsOf(principal)], async (tx) => {
    const before = await findImport(tx, principal, importId);
    if (before.status === 'undone') return toImport(before, []);
    const all = await tx.db
      .select({
        ...{ id: deals.id, clientId: deals.organizationId },
        worked: sql<boolean>`${deals.revision} > 1 or ${deals.activities} > 0
          or exists (select 1 from deals.tasks t where t.deal_id = deals.deals.id)
          or exists (select 1 from deals.advice a where a.deal_id = deals.deals.id)`,
      })
      .from(deals)
      .where(eq(deals.importId, importId));
    const gone = all.filter(({ worked }) => !worked);
    const kept = all.length - gone.length;
    for (const [clientId, group] of Map.groupBy(gone, (deal) => deal.clientId)) {
      const dealIds = group.map(({ id }) => id);
      await tx.db.delete(deals).where(and(eq(deals.importId, importId), inArray(deals.id, dealIds)));
      const headline = headlines.importUndone(dealIds.length);
      await tx.publish(clientId, 'deal.import_undone', { headline, importId, dealIds });
      await requestWithdrawal(tx, clientId, { dealIds, asker });
    }
    await tx.db.execute(sql`
      delete from deals.contacts c where c.import_id = ${importId} and c.revision = 1
        and not exists (select 1 from deals.deal_contacts l where l.contact_id = c.id)`);
    const changes = { status: 'undone' as const, kept };
    await tx.db.update(imports).set(changes).where(eq(imports.id, importId));
    await tx.audit(home, {
      ...{ action: 'deal.import_undo', subject: importId },
      after: { removed: gone.length, kept },
    });
    return toImport({ ...before, ...changes }, []);
  });
}
