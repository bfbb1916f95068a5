import type { SharedMap, ShareLink } from '@tokenholic/contracts';
import { hashLinkSecret, type Kit } from '@tokenholic/kit';
import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { linkNotValid } from '../domain/failures.ts';
import { redactMap } from '../domain/redact.ts';

import { sealedShareLinks } from '../sealed.ts';
import { shareLinks } from '../tables.ts';
import { loadMap } from './load-map.ts';

export function toShareLink(row: typeof shareLinks.$inferSelect): ShareLink {
  const { id, createdBy, createdAt, expiresAt, revokedAt, views, lastViewedAt, options } = row;
  return {
    ...{ id, createdBy, views, ...options },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    lastViewedAt: lastViewedAt?.toISOString() ?? null,
  };
}

/** Links of a client's map, newest first. */
export async function listShares(kit: Kit, clientId: string): Promise<ShareLink[]> {
  const rows = await kit.database.withTenant([clientId], async (tx) => {
    const stored = await tx.db
      .select()
      .from(shareLinks)
      .where(eq(shareLinks.organizationId, clientId))
      .orderBy(desc(shareLinks.createdAt))
      .limit(100);
    return tx.open(sealedShareLinks, stored);
  });
  return rows.map(toShareLink);
}

/** Opens a link: the one map it leads to, without what is not for outside. Counted, and told on the client's timeline. */
export async function openShare(kit: Kit, token: string): Promise<SharedMap> {
  const [found] = await kit.database.withSystem(({ db }) =>
    db
      .select()
      .from(shareLinks)
      .where(
        and(
          eq(shareLinks.tokenHash, hashLinkSecret(token)),
          isNull(shareLinks.revokedAt),
          gt(shareLinks.expiresAt, kit.now()),
        ),
      ),
  );
  if (found === undefined) throw linkNotValid();
  const { organizationId: clientId, id, options } = found;
  return kit.database.withTenant([clientId], async (tx) => {
    const loaded = await loadMap(tx, clientId, options.version ?? undefined);
    if (loaded === null) throw linkNotValid();
    const [row] = await tx.db
      .update(shareLinks)
      .set({ views: sql`${shareLinks.views} + 1`, lastViewedAt: kit.now() })
      .where(and(eq(shareLinks.organizationId, clientId), eq(shareLinks.id, id)))
      .returning();
    await tx.publish(clientId, 'map.share_opened', { linkId: id, views: row?.views ?? 1 });
    const { showValues, showOpportunities } = options;
    return {
      map: redactMap(loaded.map, options),
      expiresAt: found.expiresAt.toISOString(),
      ...{ showValues, showOpportunities },
    };
  });
}
