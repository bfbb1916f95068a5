import type { ClientProfile } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { industryById, reference } from '@tokenholic/reference';
import { eq } from 'drizzle-orm';
import { withEdits } from '../domain/profile/show-profile.ts';
import { runNotFound } from '../domain/run/failures.ts';
import { sealedProfileEdits } from '../sealed.ts';
import { clients, profileEdits, profiles } from '../tables.ts';

const useCaseNames = new Map(reference.useCases.map(({ id, name }) => [id, name]));

/** What is known of a company beside its AI; empty before the first run. */
export async function readClientProfile(kit: Kit, clientId: string): Promise<ClientProfile> {
  return kit.database.withTenant([clientId], async (tx) => {
    const [client] = await tx.db.select().from(clients).where(eq(clients.organizationId, clientId));
    if (client === undefined) throw runNotFound();
    const [profile] = await tx.db.select().from(profiles).where(eq(profiles.organizationId, clientId));
    const written = await tx.db.select().from(profileEdits).where(eq(profileEdits.organizationId, clientId));
    const edits = await tx.open(sealedProfileEdits, written);
    const industry = industryById(profile?.industryId ?? '');
    const shown = withEdits(
      profile?.statements ?? [],
      edits.map(({ key, aspect, text, editedBy, editedAt }) => ({
        ...{ key, aspect, text, by: editedBy },
        at: editedAt.toISOString(),
      })),
    );
    return {
      clientId,
      clientName: client.name,
      runId: profile?.runId ?? null,
      readAt: profile?.readAt.toISOString() ?? null,
      engine: profile?.engine ?? null,
      industry: industry === undefined ? null : { id: industry.id, name: industry.name },
      employees: profile?.employees ?? null,
      statements: shown.map((statement) => ({
        ...statement,
        useCaseName: useCaseNames.get(statement.useCaseId ?? '') ?? null,
      })),
    };
  });
}
