import type { Language, Permission } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Accounts } from '../adapters/accounts/accounts.ts';
import { toUser } from '../adapters/principals.ts';
import { assignments, users } from '../tables.ts';
import { people } from '../tables-accounts.ts';

/** Somebody who may read an organisation, and how to reach them outside of the product. */
export interface OrganizationReader {
  userId: string;
  homeOrganizationId: string;
  permissions: readonly Permission[];
  language: Language;
  /** Null: not verified, or the person does not sign in with an address. */
  mailAddress: string | null;
}

/** Everybody who may read an organisation now: its own people, and those it was assigned to. Not for requests. */
export async function listReaders(
  kit: Pick<Kit, 'database'>,
  accounts: Pick<Accounts, 'db'> | null,
  organizationId: string,
): Promise<OrganizationReader[]> {
  const rows = await kit.database.withSystem(async ({ db }) => {
    const assigned = await db
      .select({ id: assignments.userId })
      .from(assignments)
      .where(eq(assignments.organizationId, organizationId));
    return db
      .select()
      .from(users)
      .where(
        and(
          isNull(users.leftAt),
          eq(users.kind, 'person'),
          or(
            eq(users.organizationId, organizationId),
            inArray(
              users.id,
              assigned.map(({ id }) => id),
            ),
          ),
        ),
      );
  });
  const reachable = accounts === null || rows.length === 0 ? [] : await reach(accounts, rows);
  const known = new Map(reachable.map((person) => [person.id, person]));
  return rows.map((row) => {
    const person = known.get(row.id);
    return {
      userId: row.id,
      homeOrganizationId: row.organizationId,
      permissions: toUser(row).permissions,
      language: person?.language ?? 'zh',
      mailAddress: person?.emailVerified === true ? person.email : null,
    };
  });
}

function reach(accounts: Pick<Accounts, 'db'>, rows: readonly { id: string }[]) {
  return accounts.db
    .select()
    .from(people)
    .where(
      inArray(
        people.id,
        rows.map(({ id }) => id),
      ),
    );
}
