import type { Reaction } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { sealedLibrary } from '../sealed.ts';
import { library } from '../tables.ts';

/** The word of the inbox of approvals on a reply that waits; what was decided here meanwhile stays. */
export const onApproval: Reaction<'approval.decided'> = async (tx, { organizationId, payload }) => {
  const { type, subjectId, status, by, comment } = payload;
  if (type !== 'library' || subjectId === null || (status !== 'approved' && status !== 'rejected')) return;
  await tx.db
    .update(library)
    .set(await tx.seal(sealedLibrary, organizationId, { status, reason: comment, decidedBy: by.name.zh }))
    .where(
      and(
        eq(library.organizationId, organizationId),
        eq(library.id, subjectId),
        eq(library.status, 'proposed'),
      ),
    );
};
