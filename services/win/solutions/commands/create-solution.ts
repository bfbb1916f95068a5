import type { SolutionSubject } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { uuidv7 } from 'uuidv7';
import { WRITE_QUEUE } from '../jobs/write-answer.ts';
import type { Sources } from '../ports.ts';
import { solutions, versions } from '../tables.ts';
import { draft } from './draft.ts';

export interface NewSolution {
  /** Given when the same solution may be made twice and must be there once. */
  id?: string;
  clientId: string | null;
  subject: SolutionSubject;
  /** A model is there to write the answer; until it has, the rules' words are shown. */
  hasModel: boolean;
}

/** Makes a solution with its first version, written by rules at once. */
export async function createSolution(
  kit: Kit,
  sources: Sources,
  { homeOrganizationId: vendorId, user }: Pick<Principal, 'homeOrganizationId' | 'user'>,
  { clientId, subject, hasModel, id = uuidv7() }: NewSolution,
): Promise<string> {
  const { content, subject: found } = await draft(sources, vendorId, clientId, subject, []);
  const organizationId = clientId ?? vendorId;
  const { title } = found;
  await kit.database.withTenant([organizationId], async (tx) => {
    const row = {
      id,
      organizationId,
      clientId,
      title,
      subject,
      current: 1,
      writing: hasModel,
      createdAt: kit.now(),
    };
    const made = await tx.db
      .insert(solutions)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: solutions.id });
    if (made.length === 0) return;
    await tx.db.insert(versions).values({
      ...{ solutionId: id, number: 1, organizationId, parent: null, content, wishes: [], feedback: null },
      ...{ points: [], answers: [], locked: [], restoredFrom: null, by: user.name, at: kit.now() },
    });
    if (hasModel) await tx.requestJob(organizationId, WRITE_QUEUE, { solutionId: id, number: 1, vendorId });
    const products = content.products.map((product) => product.id);
    const { savingCny } = content.cost;
    await tx.publish(organizationId, 'solution.proposed', {
      solutionId: id,
      version: 1,
      title,
      savingCny,
      products,
    });
  });
  return id;
}
