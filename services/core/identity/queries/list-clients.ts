import type { Client } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { and, desc, eq, ilike, lt, or } from 'drizzle-orm';
import { organizations } from '../tables.ts';
import { toClient } from './get-client.ts';

export interface ClientQuery {
  search?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Newest first. The cursor is the last client's creation time and id. */
export async function listClients(
  kit: Kit,
  organizationIds: readonly string[],
  query: ClientQuery,
): Promise<{ items: Client[]; nextCursor: string | null }> {
  const after = parseCursor(query.cursor);
  const { organizationId: id, createdAt, kind, name, website } = organizations;
  const pattern = `%${(query.search ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await kit.database.readTenant(organizationIds, (db) =>
    db
      .select()
      .from(organizations)
      .where(
        and(
          eq(kind, 'client'),
          or(ilike(name, pattern), ilike(website, pattern)),
          after === null
            ? undefined
            : or(lt(createdAt, after.createdAt), and(eq(createdAt, after.createdAt), lt(id, after.id))),
        ),
      )
      .orderBy(desc(createdAt), desc(id))
      .limit(query.limit + 1),
  );
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  const more = rows.length > query.limit && last !== undefined;
  return {
    items: items.map(toClient),
    nextCursor: more ? `${last.createdAt.getTime()}_${last.organizationId}` : null,
  };
}

function parseCursor(cursor: string | undefined): { createdAt: Date; id: string } | null {
  const match = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(cursor ?? '');
  return match?.[2] === undefined ? null : { createdAt: new Date(Number(match[1])), id: match[2] };
}
