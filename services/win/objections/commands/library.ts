import type { DecideReply, LibraryReply, ProposeReply } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { ownReply, replyUnknown } from '../domain/failures.ts';
import { listLibrary } from '../queries/objections.ts';
import { sealedLibrary } from '../sealed.ts';
import { library } from '../tables.ts';

/** Puts a reply that worked before colleagues; it is offered to others once it is approved. */
export async function proposeReply(
  kit: Kit,
  principal: Principal,
  reply: ProposeReply,
): Promise<LibraryReply[]> {
  const organizationId = principal.homeOrganizationId;
  await kit.database.withTenant([organizationId], async (tx) => {
    const id = uuidv7();
    const row = await tx.seal(sealedLibrary, organizationId, {
      ...{ id, organizationId, ...reply, status: 'proposed' as const },
      proposedBy: principal.user.name.zh,
      proposedById: principal.user.id,
      createdAt: kit.now(),
    });
    await tx.db.insert(library).values(row);
    await tx.publish(organizationId, 'objection.reply_proposed', {
      ...{ replyId: id, ...reply, by: personOf(principal) },
    });
    await tx.audit(organizationId, { action: 'objection.propose_reply', subject: id });
  });
  return listLibrary(kit, principal);
}

/** Approves or turns down, with a reason for whoever proposed it. */
export async function decideReply(
  kit: Kit,
  principal: Principal,
  id: string,
  decision: DecideReply,
): Promise<LibraryReply[]> {
  const organizationId = principal.homeOrganizationId;
  await kit.database.withTenant([organizationId], async (tx) => {
    const [reply] = await tx.db
      .select({ by: library.proposedById })
      .from(library)
      .where(and(eq(library.organizationId, organizationId), eq(library.id, id)))
      .for('update');
    if (reply === undefined) throw replyUnknown();
    if (reply.by === principal.user.id) throw ownReply();
    const decided = { ...decision, decidedBy: principal.user.name.zh };
    await tx.db
      .update(library)
      .set(await tx.seal(sealedLibrary, organizationId, decided))
      .where(eq(library.id, id));
    await tx.publish(organizationId, 'objection.reply_decided', {
      ...{ replyId: id, ...decision, by: personOf(principal) },
    });
    await tx.audit(organizationId, { action: 'objection.decide_reply', subject: id, after: decision });
  });
  return listLibrary(kit, principal);
}

const personOf = ({ user: { id, name } }: Principal) => ({ id, name });
