import type { CreatedShare, CreateShare, ShareLink } from '@tokenholic/contracts';
import { hashLinkSecret, type Kit, newLinkSecret, type Principal } from '@tokenholic/kit';
import { and, eq, isNull } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { linkNotValid, notDrawn, versionUnknown } from '../domain/failures.ts';

import { loadMap } from '../queries/load-map.ts';
import { toShareLink } from '../queries/shared.ts';
import { sealedShareLinks } from '../sealed.ts';
import { shareLinks } from '../tables.ts';

const DAY_MILLISECONDS = 86_400_000;

/** Makes a read-only link to a client's map. */
export async function shareMap(
  kit: Kit,
  principal: Principal,
  clientId: string,
  { days, ...options }: CreateShare,
): Promise<CreatedShare> {
  const token = newLinkSecret();
  const createdAt = kit.now();
  const link = await kit.database.withTenant([clientId], async (tx) => {
    const map = await loadMap(tx, clientId, options.version ?? undefined);
    if (map === null) throw options.version === null ? notDrawn() : versionUnknown(options.version);
    const createdBy = principal.user.name.zh;
    const values = await tx.seal(sealedShareLinks, clientId, {
      ...{ id: uuidv7(), organizationId: clientId, tokenHash: hashLinkSecret(token), options, createdAt },
      ...{ createdBy, expiresAt: new Date(createdAt.getTime() + days * DAY_MILLISECONDS) },
    });
    const [made] = await tx.db.insert(shareLinks).values(values).returning();
    if (made === undefined) throw new Error('The link was not kept');
    const row = { ...made, createdBy };
    await tx.publish(clientId, 'map.shared', { linkId: row.id, by: createdBy, days });
    await tx.audit(clientId, { action: 'map.shared', subject: row.id, after: { ...options, days } });
    return toShareLink(row);
  });
  return { link, token };
}

/** Takes a link back: it opens nothing from now on. */
export async function revokeShare(kit: Kit, clientId: string, linkId: string): Promise<ShareLink> {
  return kit.database.withTenant([clientId], async (tx) => {
    const stored = await tx.db
      .update(shareLinks)
      .set({ revokedAt: kit.now() })
      .where(
        and(eq(shareLinks.organizationId, clientId), eq(shareLinks.id, linkId), isNull(shareLinks.revokedAt)),
      )
      .returning();
    const [row] = await tx.open(sealedShareLinks, stored);
    if (row === undefined) throw linkNotValid();
    await tx.audit(clientId, { action: 'map.share_revoked', subject: linkId });
    return toShareLink(row);
  });
}
