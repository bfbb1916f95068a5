import type { Finding, ProfileStatement } from '@tokenholic/contracts';
import type { Reactions, TenantTransaction } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { knownFinding, knownStatement } from '../domain/compose-draft.ts';
import { clients } from '../tables.ts';

/** What research tells and people correct is what the next draft is made of. */
export const onResearch: Reactions = {
  'client.created': (tx, event) => name(tx, event.organizationId, event.payload.client.name),
  'client.renamed': (tx, event) => name(tx, event.organizationId, event.payload.client.name),
  'research.completed': (tx, event) =>
    learn(tx, event.organizationId, event.payload.findings, event.payload.profile ?? null),
  'findings.reviewed': (tx, event) => learn(tx, event.organizationId, event.payload.findings, null),
};

async function name(tx: TenantTransaction, organizationId: string, clientName: string): Promise<void> {
  await tx.db
    .insert(clients)
    .values({ organizationId, name: clientName, findings: [], statements: [] })
    .onConflictDoUpdate({ target: clients.organizationId, set: { name: clientName } });
}

async function learn(
  tx: TenantTransaction,
  organizationId: string,
  findings: readonly Finding[],
  statements: readonly ProfileStatement[] | null,
): Promise<void> {
  await tx.db
    .update(clients)
    .set({
      findings: findings.map(knownFinding),
      ...(statements === null ? {} : { statements: statements.map(knownStatement) }),
    })
    .where(eq(clients.organizationId, organizationId));
}
