import type { Kit } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { applyReviews } from '../domain/review/apply-reviews.ts';
import { nothingToApply } from '../domain/review/failures.ts';
import { latestFindings, loadVerdicts } from '../queries/workbench.ts';
import { reviews } from '../tables.ts';

/** Has the map drawn anew with all that people said of the findings. */
export async function applyAllReviews(kit: Kit, clientId: string): Promise<void> {
  await kit.database.withTenant([clientId], async (tx) => {
    const latest = await latestFindings(tx, clientId);
    const changed = await tx.db
      .update(reviews)
      .set({ applied: true })
      .where(and(eq(reviews.organizationId, clientId), eq(reviews.applied, false)))
      .returning({ key: reviews.findingKey });
    if (latest === null || changed.length === 0) throw nothingToApply();
    const { run, findings } = latest;
    const [first] = findings;
    const { industryId, employees, engine } = run.conclusion ?? {
      industryId: null,
      employees: null,
      engine: first?.engine ?? { via: 'rules', model: null, reason: 'not_recorded' },
    };
    await tx.publish(clientId, 'findings.reviewed', {
      reviewId: uuidv7(),
      clientName: run.clientName,
      findings: applyReviews(findings, await loadVerdicts(tx, clientId)),
      reviewed: changed.length,
      pages: run.pages,
      ...{ industryId, employees, engine },
    });
    await tx.audit(clientId, { action: 'finding.applied', subject: clientId, after: changed.length });
  });
}
