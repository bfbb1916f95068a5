import type { ErasureReceipt } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { uuidv7 } from 'uuidv7';
import { addUp } from '../domain/receipt.ts';
import { toReceipt } from '../queries/list-receipts.ts';
import { receipts } from '../tables.ts';

/** Keeps the receipt with the vendor and notes it in the vendor's audit trail. */
export async function saveReceipt(
  kit: Kit,
  principal: Principal,
  keeper: string,
  made: Pick<ErasureReceipt, 'subject' | 'stores' | 'auditSeal'>,
): Promise<ErasureReceipt> {
  const row = {
    ...{ id: uuidv7(), organizationId: keeper, subjectKind: made.subject.kind, subjectId: made.subject.id },
    ...{ requestedBy: principal.user.id, requestedAt: kit.now(), stores: addUp(made.stores) },
    ...{ auditSeal: made.auditSeal, settledAt: null },
  };
  await kit.database.withTenant([keeper], async (tx) => {
    await tx.db.insert(receipts).values(row);
    await tx.audit(keeper, { action: `privacy.erase_${made.subject.kind}`, subject: made.subject.id });
  });
  return toReceipt(row);
}
