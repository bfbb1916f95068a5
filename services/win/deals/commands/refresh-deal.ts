import type { TenantTransaction } from '@tokenholic/kit';
import { sql } from 'drizzle-orm';

/** Brings what a deal keeps of its contacts, activities and tasks up to date. */
export async function refreshDeal(tx: TenantTransaction, dealId: string): Promise<void> {
  await tx.db.execute(sql`
    update deals.deals d set
      contacts = people.number, roles = people.roles,
      activities = said.number, inbound = said.inbound,
      first_activity_at = said.first, last_activity_at = said.last,
      next_step_on = (select min(t.due_on) from deals.tasks t where t.deal_id = ${dealId} and t.done_at is null)
    from
      (select count(*)::int as number, coalesce(array_agg(distinct role), '{}') as roles
        from deals.deal_contacts where deal_id = ${dealId}) people,
      (select count(*)::int as number, (count(*) filter (where direction = 'in'))::int as inbound,
        min(occurred_at) as first, max(occurred_at) as last
        from deals.activities where deal_id = ${dealId}) said
    where d.id = ${dealId}`);
}
