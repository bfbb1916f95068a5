import type { AssignPractice, Thresholds } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { assignmentUnknown, memberUnknown } from '../domain/failures.ts';
import type { PracticeSources } from '../ports.ts';
import { findPersona } from '../queries/find-persona.ts';
import { sealedAssignments } from '../sealed.ts';
import { assignments, thresholds } from '../tables.ts';

/** Asks somebody of the team to practise by a date. About a client, it stands on that client's timeline and in its notices. */
export async function assignPractice(
  kit: Kit,
  sources: PracticeSources,
  principal: Principal,
  input: AssignPractice,
): Promise<void> {
  const member = (await sources.team(principal)).find(({ id }) => id === input.userId);
  if (member === undefined) throw memberUnknown();
  const { clientId, company: customer } = await findPersona(kit, sources, principal, input.persona);
  const organizationId = principal.homeOrganizationId;
  const id = uuidv7();
  const { scenario, level, dueOn, userId } = input;
  const by = principal.user.name;
  await kit.database.withTenant(
    clientId === null ? [organizationId] : [organizationId, clientId],
    async (tx) => {
      const row = await tx.seal(sealedAssignments, organizationId, {
        ...input,
        ...{ id, organizationId, person: member.name, by, customer, clientId },
        ...{ createdAt: kit.now(), sessionId: null, doneAt: null },
      });
      await tx.db.insert(assignments).values(row);
      await tx.publish(clientId ?? organizationId, 'practice.assigned', {
        ...{ assignmentId: id, userId, person: member.name, by, scenario, level, dueOn },
      });
    },
  );
}

/** Takes an assignment back; talks held on it stay. */
export async function withdrawAssignment(kit: Kit, principal: Principal, id: string): Promise<void> {
  const organizationId = principal.homeOrganizationId;
  await kit.database.withTenant([organizationId], async (tx) => {
    const gone = await tx.db
      .delete(assignments)
      .where(and(eq(assignments.id, id), eq(assignments.organizationId, organizationId)))
      .returning({ id: assignments.id });
    if (gone.length === 0) throw assignmentUnknown();
  });
}

/** Sets the points a certificate asks for. Certificates that were given stay. */
export async function setThresholds(
  kit: Kit,
  { homeOrganizationId }: Principal,
  values: Thresholds,
): Promise<void> {
  await kit.database.withTenant([homeOrganizationId], async (tx) => {
    await tx.db
      .insert(thresholds)
      .values({ organizationId: homeOrganizationId, ...values })
      .onConflictDoUpdate({ target: thresholds.organizationId, set: values });
  });
}
