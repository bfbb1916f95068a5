import { type Members, type Role, roleSchema } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal, type TenantTransaction } from '@tokenholic/kit';
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Accounts } from '../../adapters/accounts/accounts.ts';
import { lastOwner, roleNotYours } from '../../domain/account-failures.ts';
import { grantableRoles, mayChange, type OrganizationKind, topRole } from '../../domain/member-roles.ts';
import { sealedInvitations, sealedUsers } from '../../sealed.ts';
import { assignments, invitations, organizations, users } from '../../tables.ts';
import { mails, people } from '../../tables-accounts.ts';

const rolesOf = (row: { roles: string[] }): Role[] => z.array(roleSchema).parse(row.roles);
const SHOWN_INVITATIONS = 50;

async function organizationOf(tx: TenantTransaction, id: string) {
  const [row] = await tx.db.select().from(organizations).where(eq(organizations.organizationId, id));
  if (row === undefined) throw notFound();
  const { name, kind, administratorsNeedSecondStep } = row;
  return { id, name, kind, administratorsNeedSecondStep };
}

function invitationStatus(row: typeof invitations.$inferSelect, now: Date) {
  if (row.acceptedAt !== null) return 'accepted' as const;
  if (row.revokedAt !== null) return 'revoked' as const;
  return row.expiresAt > now ? ('open' as const) : ('expired' as const);
}

/** Everybody of one's own organisation, and who was asked to join. */
export async function listMembers(kit: Kit, accounts: Accounts, principal: Principal): Promise<Members> {
  const home = principal.homeOrganizationId;
  const found = await kit.database.withTenant([home], async (tx) => ({
    organization: await organizationOf(tx, home),
    members: await tx.open(
      sealedUsers,
      await tx.db
        .select()
        .from(users)
        .where(
          and(
            eq(users.organizationId, home),
            eq(users.kind, 'person'),
            eq(users.demo, false),
            isNull(users.leftAt),
          ),
        )
        .orderBy(asc(users.joinedAt), asc(users.id)),
    ),
    invited: await kit.vault.open(
      tx,
      sealedInvitations,
      await tx.db
        .select()
        .from(invitations)
        .where(eq(invitations.organizationId, home))
        .orderBy(desc(invitations.createdAt))
        .limit(SHOWN_INVITATIONS),
    ),
  }));
  const ids = found.members.map(({ id }) => id);
  const known =
    ids.length === 0 ? [] : await accounts.db.select().from(people).where(inArray(people.id, ids));
  const byId = new Map(known.map((person) => [person.id, person]));
  const { administratorsNeedSecondStep, ...organization } = found.organization;
  return {
    organization,
    policy: { administratorsNeedSecondStep },
    members: found.members.map((row) => ({
      ...{ id: row.id, name: row.nameZh, email: byId.get(row.id)?.email ?? '', roles: rolesOf(row) },
      ...{ twoFactor: byId.get(row.id)?.twoFactorEnabled ?? false, joinedAt: row.joinedAt.toISOString() },
    })),
    invitations: found.invited.map((row) => ({
      ...{ id: row.id, email: row.email, roles: rolesOf(row), status: invitationStatus(row, kit.now()) },
      ...{ createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString() },
    })),
    grantable: grantableRoles(found.organization.kind, principal.user.roles),
  };
}

/** Gives a member other roles; giving the top role to somebody and then up oneself hands the organisation over. */
export async function changeRoles(
  kit: Kit,
  principal: Principal,
  userId: string,
  roles: Role[],
): Promise<void> {
  await withMember(kit, principal, userId, roles, async (tx, before) => {
    await tx.db.update(users).set({ roles }).where(eq(users.id, userId));
    await tx.audit(principal.homeOrganizationId, {
      ...{ action: 'member.change_roles', subject: userId, before, after: roles },
    });
  });
}

/** Takes a member out: the account ends, what the person did keeps its name. */
export async function removeMember(
  kit: Kit,
  accounts: Accounts,
  principal: Principal,
  userId: string,
): Promise<void> {
  await withMember(kit, principal, userId, [], async (tx, before) => {
    await tx.db.update(users).set({ leftAt: kit.now(), roles: [] }).where(eq(users.id, userId));
    await tx.db.delete(assignments).where(eq(assignments.userId, userId));
    await tx.audit(principal.homeOrganizationId, { action: 'member.remove', subject: userId, before });
  });
  const gone = await accounts.db.delete(people).where(eq(people.id, userId)).returning();
  for (const { email } of gone) await accounts.db.delete(mails).where(eq(mails.recipient, email));
  accounts.forgetSessions();
}

async function withMember(
  kit: Kit,
  principal: Principal,
  userId: string,
  roles: readonly Role[],
  work: (tx: TenantTransaction, before: Role[]) => Promise<void>,
): Promise<void> {
  const home = principal.homeOrganizationId;
  await kit.database.withTenant(principal.organizationIds, async (tx) => {
    const { kind } = await organizationOf(tx, home);
    // Locked together, so that two owners cannot give up at the same moment.
    const everybody = await tx.db
      .select()
      .from(users)
      .where(and(eq(users.organizationId, home), eq(users.kind, 'person'), isNull(users.leftAt)))
      .orderBy(asc(users.id))
      .for('update');
    const member = everybody.find(({ id, demo }) => id === userId && !demo);
    if (member === undefined) throw notFound();
    const before = rolesOf(member);
    if (!mayChange(before, roles, grantableRoles(kind, principal.user.roles))) throw roleNotYours();
    if (leavesNoOwner(everybody, userId, roles, kind)) throw lastOwner();
    await work(tx, before);
  });
}

function leavesNoOwner(
  everybody: readonly (typeof users.$inferSelect)[],
  userId: string,
  roles: readonly Role[],
  kind: OrganizationKind,
): boolean {
  const top = topRole(kind);
  if (roles.includes(top)) return false;
  return !everybody.some((row) => row.id !== userId && !row.demo && rolesOf(row).includes(top));
}
