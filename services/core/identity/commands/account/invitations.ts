import { type Invite, type Role, roleSchema } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import { and, eq, isNull } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { Accounts } from '../../adapters/accounts/accounts.ts';
import { alreadyMember, linkNotValid, roleNotYours } from '../../domain/account-failures.ts';
import { limits } from '../../domain/attempts.ts';
import { hashLinkToken, newLinkToken } from '../../domain/link-token.ts';
import { grantableRoles } from '../../domain/member-roles.ts';
import { sealedInvitations, sealedUsers } from '../../sealed.ts';
import { invitations, organizations, users } from '../../tables.ts';
import { people } from '../../tables-accounts.ts';
import { addMember } from './provision-organization.ts';

const DAY = 86_400_000;
const MEMBER_DAYS = 7;
/** For the link with which a client claims the account that was made for it. */
const CLAIM_DAYS = 30;

export type InvitationRow = typeof invitations.$inferSelect;

/** Invites somebody into one's own organisation. */
export async function inviteMember(
  kit: Kit,
  accounts: Accounts,
  principal: Principal,
  input: Invite,
): Promise<void> {
  const organizationId = principal.homeOrganizationId;
  await invite(kit, accounts, principal, { ...input, organizationId, days: MEMBER_DAYS }, (kind) => {
    const grantable = grantableRoles(kind, principal.user.roles);
    if (!input.roles.every((role) => grantable.includes(role))) throw roleNotYours();
  });
}

/** Lets a client claim the account an agent made for it: the first to accept becomes its owner. */
export async function inviteClientOwner(
  kit: Kit,
  accounts: Accounts,
  principal: Principal,
  organizationId: string,
  input: Omit<Invite, 'roles'>,
): Promise<void> {
  const command = { ...input, roles: ['owner' as const], organizationId, days: CLAIM_DAYS };
  await invite(kit, accounts, principal, command, (kind) => {
    if (kind !== 'client') throw notFound();
  });
}

async function invite(
  kit: Kit,
  accounts: Accounts,
  principal: Principal,
  input: Invite & { organizationId: string; days: number },
  check: (kind: 'vendor' | 'client') => void,
): Promise<void> {
  const { organizationId, email, roles, language } = input;
  const [taken] = await accounts.db.select({ id: people.id }).from(people).where(eq(people.email, email));
  if (taken !== undefined) throw alreadyMember();
  await accounts.attempts.reserve(limits.mailByEmail, email);
  const token = newLinkToken();
  const name = await kit.database.withTenant([organizationId], async (tx) => {
    const [organization] = await tx.db
      .select()
      .from(organizations)
      .where(eq(organizations.organizationId, organizationId));
    if (organization === undefined) throw notFound();
    check(organization.kind);
    const now = kit.now();
    const wanted = await kit.vault.lookUp(tx, sealedInvitations, 'email', organizationId, email);
    // One open invitation an address: a second one replaces the first.
    await tx.db
      .update(invitations)
      .set({ revokedAt: now })
      .where(
        and(
          eq(invitations.organizationId, organizationId),
          eq(invitations.emailIndex, wanted),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      );
    const id = uuidv7();
    const row = {
      ...{ id, organizationId, email, roles, language, tokenHash: hashLinkToken(token) },
      ...{ invitedBy: principal.user.id, createdAt: now },
      expiresAt: new Date(now.getTime() + input.days * DAY),
    };
    const sealed = await kit.vault.seal(tx, sealedInvitations, organizationId, row);
    await tx.db.insert(invitations).values(sealed);
    await tx.audit(organizationId, { action: 'member.invite', subject: id, after: { roles } });
    return organization.name;
  });
  const mail = { kind: 'invitation' as const, organization: name, invitedBy: principal.user.name[language] };
  await accounts.post({ email, language }, mail, `/sign-up?invitation=${token}`);
}

/** Takes an open invitation back; its link stops working. */
export async function revokeInvitation(kit: Kit, principal: Principal, id: string): Promise<void> {
  await kit.database.withTenant([principal.homeOrganizationId], async (tx) => {
    const changed = await tx.db
      .update(invitations)
      .set({ revokedAt: kit.now() })
      .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
      .returning({ id: invitations.id });
    if (changed.length === 0) throw notFound();
    await tx.audit(principal.homeOrganizationId, { action: 'member.revoke_invitation', subject: id });
  });
}

/** The open invitation behind a link; null when it ended. Read before anybody is signed in. */
export async function findInvitation(kit: Kit, token: string): Promise<InvitationRow | null> {
  const [row] = await kit.database.withSystem(({ db }) =>
    db
      .select()
      .from(invitations)
      .where(eq(invitations.tokenHash, hashLinkToken(token))),
  );
  if (row === undefined || row.acceptedAt !== null || row.revokedAt !== null) return null;
  if (row.expiresAt <= kit.now()) return null;
  const { organizationId } = row;
  const [opened] = await kit.database.withTenant([organizationId], (tx) =>
    kit.vault.open(tx, sealedInvitations, [row]),
  );
  return opened ?? null;
}

/** Makes a person a member; a link that two people use at once lets one of them in. */
export async function acceptInvitation(
  kit: Kit,
  invitation: InvitationRow,
  person: { id: string; name: string },
): Promise<void> {
  const { organizationId } = invitation;
  const roles: Role[] = z.array(roleSchema).parse(invitation.roles);
  await kit.database.withTenant([organizationId], async (tx) => {
    const taken = await tx.db
      .update(invitations)
      .set({ acceptedAt: kit.now(), acceptedBy: person.id })
      .where(and(eq(invitations.id, invitation.id), isNull(invitations.acceptedAt)))
      .returning({ id: invitations.id });
    if (taken.length === 0) throw linkNotValid();
    await addMember(tx, person, organizationId, roles);
    await tx.audit(organizationId, { action: 'member.join', subject: person.id, after: { roles } });
  });
}

/** What the link of an invitation shows. */
export async function describeInvitation(kit: Kit, token: string) {
  const invitation = await findInvitation(kit, token);
  if (invitation === null) throw linkNotValid();
  return kit.database.withSystem(async (tx) => {
    const { db } = tx;
    const [organization] = await db
      .select()
      .from(organizations)
      .where(eq(organizations.organizationId, invitation.organizationId));
    const known = await db.select().from(users).where(eq(users.id, invitation.invitedBy));
    const [inviter] = await kit.vault.open(tx, sealedUsers, known);
    return {
      organizationName: organization?.name ?? '',
      email: invitation.email,
      invitedBy: inviter?.[invitation.language === 'zh' ? 'nameZh' : 'nameEn'] ?? '',
      roles: z.array(roleSchema).parse(invitation.roles),
    };
  });
}
