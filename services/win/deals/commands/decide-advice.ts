import { type AdviceDecision, type AdviceKind, adviceDecisionSchema } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { uuidv7 } from 'uuidv7';
import { snoozeNeedsDay } from '../domain/failures.ts';
import { headlines } from '../domain/headline.ts';
import { lockDeal, withClients } from '../queries/deal-access.ts';
import { sealedAdvice } from '../sealed.ts';
import { advice } from '../tables.ts';

/** A person's word on advice: done, not wanted, later, or back again. */
export async function decideAdvice(
  kit: Kit,
  principal: Principal,
  dealId: string,
  kind: AdviceKind,
  command: AdviceDecision,
): Promise<void> {
  const { decision, reason, until } = adviceDecisionSchema.parse(command);
  const now = kit.now();
  if (decision === 'snoozed' && (until === null || until <= now.toISOString().slice(0, 10)))
    throw snoozeNeedsDay();
  await withClients(kit, principal, async (tx) => {
    const { organizationId, title } = await lockDeal(tx, dealId);
    const row = { id: uuidv7(), organizationId, dealId, kind, decision, reason, until };
    const said = { ...row, byName: principal.user.name, at: now };
    await tx.db.insert(advice).values(await tx.seal(sealedAdvice, organizationId, said));
    const headline = headlines.advice(title, decision);
    await tx.publish(organizationId, 'deal.advice_decided', {
      headline,
      dealId,
      kind,
      decision,
      reason,
      until,
    });
    await tx.audit(organizationId, {
      // Why, stands with the advice: nobody can take it out of the trail again.
      ...{ action: `deal.advice_${decision}`, subject: dealId, after: { kind, until } },
    });
  });
}
