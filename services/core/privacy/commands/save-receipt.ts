import type { ErasureReceipt } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { uuidv7 } from 'uuidv7';
import type { ContactSubject } from '../domain/contact.ts';
import { addUp } from '../domain/receipt.ts';
import { toReceipt } from '../queries/list-receipts.ts';
import { sealedReceipts } from '../sealed.ts';
import { receipts } from '../tables.ts';

/** Keeps the receipt with the vendor and notes it in the vendor's audit trail. `pending` is whom to look for once more. */
export async function saveReceipt(
  kit: Kit,
  principal: Principal,
  keeper: string,
  made: Pick<ErasureReceipt, 'subject' | 'stores' | 'auditSeal'>,
  pending: ContactSubject | null = null,
): Promise<ErasureReceipt> {
  const { subject } = made;
  const row = {
    ...{ id: uuidv7(), organizationId: keeper, subjectKind: subject.kind, subjectId: subject.id },
    ...{ requestedBy: principal.user.id, requestedAt: kit.now(), stores: addUp(made.stores) },
    ...{ auditSeal: made.auditSeal, settledAt: null, clientId: subject.clientId },
  };
  await kit.database.withTenant([keeper], async (tx) => {
    await tx.db.insert(receipts).values(await tx.seal(sealedReceipts, keeper, { ...row, pending }));
    const action = subject.clientId === null ? `privacy.erase_${made.subject.kind}` : 'privacy.erase_contact';
    await tx.audit(keeper, { action, subject: subject.id });
  });
  return toReceipt(row);
}
