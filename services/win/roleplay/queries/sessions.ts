import type { Kit } from '@tokenholic/kit';
import { and, desc, eq } from 'drizzle-orm';
import { sessionUnknown } from '../domain/failures.ts';
import { sessions } from '../tables.ts';

export interface Seller {
  organizationId: string;
  userId: string;
}
const own = ({ organizationId, userId }: Seller) =>
  and(eq(sessions.organizationId, organizationId), eq(sessions.userId, userId));

/** The seller's own last fifty talks, newest first. */
export const listSessions = (kit: Kit, seller: Seller) =>
  kit.database.withTenant([seller.organizationId], ({ db }) =>
    db.select().from(sessions).where(own(seller)).orderBy(desc(sessions.startedAt)).limit(50),
  );

/** One of the seller's own talks; nobody else's can be opened. */
export async function readSession(kit: Kit, seller: Seller, id: string) {
  const [row] = await kit.database.withTenant([seller.organizationId], ({ db }) =>
    db
      .select()
      .from(sessions)
      .where(and(own(seller), eq(sessions.id, id))),
  );
  if (row === undefined) throw sessionUnknown();
  return row;
}
