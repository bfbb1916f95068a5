import type { SolutionSubject } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { uuidv7 } from 'uuidv7';
import type { Sources } from '../ports.ts';
import { solutions } from '../tables.ts';
import { readSubject } from './read-subject.ts';
import { startRun } from './start-run.ts';

export interface NewSolution {
  /** Given when the same solution may be made twice and must be there once. */
  id?: string;
  clientId: string | null;
  subject: SolutionSubject;
}

/** Begins a solution: the three agents make its first version. What the map does not have is refused at once. */
export async function createSolution(
  kit: Kit,
  sources: Sources,
  { homeOrganizationId: vendorId, user }: Pick<Principal, 'homeOrganizationId' | 'user'>,
  { clientId, subject, id = uuidv7() }: NewSolution,
): Promise<string> {
  const { title } = await readSubject(sources, clientId, subject);
  const organizationId = clientId ?? vendorId;
  await kit.database.withTenant([organizationId], async (tx) => {
    const made = await tx.db
      .insert(solutions)
      .values({ id, organizationId, clientId, title, subject, current: 0, createdAt: kit.now() })
      .onConflictDoNothing()
      .returning({ id: solutions.id });
    if (made.length === 0) return;
    const request = { kind: 'propose' as const };
    await startRun(kit, tx, { solutionId: id, organizationId, vendorId, request, by: user.name });
  });
  return id;
}
