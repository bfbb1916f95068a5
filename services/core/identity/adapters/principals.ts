import { type Role, roleSchema, type User } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { permissionsOf } from '../domain/permissions.ts';
import { secondStepDue } from '../domain/second-step.ts';
import { sealedUsers } from '../sealed.ts';
import { assignments, organizations, users } from '../tables.ts';

/** Where people are, and what opens their names. */
type People = Pick<Kit, 'database' | 'vault'>;

/** Sign-in lookup: the only read that precedes the tenancy gate, so it runs as the system role. Remembered until something changes. */
export function createPrincipals(people: People) {
  const known = new Map<string, Promise<Principal | null>>();
  return {
    /** Null when there is no such person. */
    find: (userId: string): Promise<Principal | null> => {
      const remembered = known.get(userId) ?? lookUp(people, userId);
      known.set(userId, remembered);
      remembered.catch(() => known.delete(userId));
      return remembered;
    },
    forget: () => known.clear(),
  };
}

export type Principals = ReturnType<typeof createPrincipals>;

async function lookUp({ database, vault }: People, userId: string): Promise<Principal | null> {
  return database.withSystem(async (tx) => {
    const { db } = tx;
    const stored = await db.select().from(users).where(eq(users.id, userId));
    const [row] = await vault.open(tx, sealedUsers, stored);
    if (row === undefined || row.leftAt !== null) return null;
    const [home] = await db
      .select({ asked: organizations.administratorsNeedSecondStep })
      .from(organizations)
      .where(eq(organizations.organizationId, row.organizationId));
    const rows = await db
      .select({ id: assignments.organizationId })
      .from(assignments)
      .where(eq(assignments.userId, userId));
    const user = toUser(row);
    const due = row.demo
      ? null
      : secondStepDue(user.roles, { joinedAt: row.joinedAt, asked: home?.asked === true });
    return {
      user,
      ...(due === null ? {} : { secondStepDue: due }),
      homeOrganizationId: row.organizationId,
      organizationIds: [...new Set([row.organizationId, ...rows.map(({ id }) => id)])],
    };
  });
}

/** Of an opened row. */
export function toUser(row: typeof users.$inferSelect): User {
  const roles: Role[] = z.array(roleSchema).parse(row.roles);
  return { id: row.id, name: { zh: row.nameZh, en: row.nameEn }, roles, permissions: permissionsOf(roles) };
}

/** Everybody one can be in demo mode, in the order they were set up. */
export async function listDemoUsers({ database, vault }: People): Promise<User[]> {
  const rows = await database.withSystem(async (tx) =>
    vault.open(
      tx,
      sealedUsers,
      await tx.db.select().from(users).where(eq(users.demo, true)).orderBy(users.id),
    ),
  );
  return rows.map(toUser);
}
