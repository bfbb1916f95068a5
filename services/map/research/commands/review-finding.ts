import type { SaveReview } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { findingUnknown, mergeImpossible } from '../domain/review/failures.ts';
import { latestFindings, loadVerdicts } from '../queries/workbench.ts';
import { sealedReviews } from '../sealed.ts';
import { reviews } from '../tables.ts';

/** Keeps what a person says of a finding; null takes it back. The map shows it once the judgements are applied. */
export async function reviewFinding(
  kit: Kit,
  principal: Principal,
  clientId: string,
  { key, review }: SaveReview,
): Promise<void> {
  await kit.database.withTenant([clientId], async (tx) => {
    const keys = new Set((await latestFindings(tx, clientId))?.findings.map((finding) => finding.key));
    if (!keys.has(key)) throw findingUnknown();
    if (review?.decision === 'merged') {
      const verdict = (await loadVerdicts(tx, clientId)).get(review.into)?.decision;
      const isKept = keys.has(review.into) && verdict !== 'merged' && verdict !== 'rejected';
      if (review.into === key || !isKept) throw mergeImpossible();
    }
    const values = await tx.seal(sealedReviews, clientId, {
      verdict: review,
      reviewedBy: principal.user.name.zh,
      reviewedAt: kit.now(),
      applied: false,
    });
    await tx.db
      .insert(reviews)
      .values({ ...values, organizationId: clientId, findingKey: key })
      .onConflictDoUpdate({ target: [reviews.organizationId, reviews.findingKey], set: values });
    await tx.audit(clientId, {
      action: `finding.${review?.decision ?? 'reopened'}`,
      subject: key,
      after: review,
    });
  });
}
