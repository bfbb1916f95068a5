import type { RequirementDraft, SentRequirements } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { hashLinkSecret } from '@tokenholic/kit';
import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { draftUnknown, linkNotValid } from '../domain/failures.ts';
import { sealedDrafts } from '../sealed.ts';
import { clients, drafts } from '../tables.ts';

type Row = typeof drafts.$inferSelect;

export function toDraft(row: Row, clientName: string): RequirementDraft {
  const { id, organizationId, language, status, items, createdBy, sentAt, expiresAt, revokedAt } = row;
  const { views, returnedBy, returnedAt } = row;
  return {
    ...{ id, clientId: organizationId, clientName, language, status, items, createdBy },
    createdAt: row.createdAt.toISOString(),
    link:
      sentAt === null || expiresAt === null
        ? null
        : {
            sentAt: sentAt.toISOString(),
            expiresAt: expiresAt.toISOString(),
            revokedAt: revokedAt?.toISOString() ?? null,
            views,
          },
    returned:
      returnedAt === null || returnedBy === null
        ? null
        : { by: returnedBy, at: returnedAt.toISOString(), comment: row.comment ?? '' },
  };
}

export async function clientOf(tx: TenantTransaction, clientId: string) {
  const [client] = await tx.db.select().from(clients).where(eq(clients.organizationId, clientId));
  if (client === undefined) throw draftUnknown();
  return client;
}

/** One draft, held until the transaction ends when it is to be changed. */
export async function draftOf(tx: TenantTransaction, clientId: string, draftId: string): Promise<Row> {
  const stored = await tx.db
    .select()
    .from(drafts)
    .where(and(eq(drafts.organizationId, clientId), eq(drafts.id, draftId)))
    .for('update');
  const [row] = await tx.open(sealedDrafts, stored);
  if (row === undefined) throw draftUnknown();
  return row;
}

/** Drafts of a client, newest first. */
export async function listDrafts(kit: Kit, clientId: string): Promise<RequirementDraft[]> {
  return kit.database.withTenant([clientId], async (tx) => {
    const { name } = await clientOf(tx, clientId);
    const rows = await tx.db
      .select()
      .from(drafts)
      .where(eq(drafts.organizationId, clientId))
      .orderBy(desc(drafts.createdAt))
      .limit(50);
    return (await tx.open(sealedDrafts, rows)).map((row) => toDraft(row, name));
  });
}

/** The draft a valid link leads to; the secret alone tells whose it is. */
export async function findByLink(kit: Kit, secret: string): Promise<Pick<Row, 'id' | 'organizationId'>> {
  const [row] = await kit.database.withSystem(({ db }) =>
    db
      .select({ id: drafts.id, organizationId: drafts.organizationId })
      .from(drafts)
      .where(
        and(
          eq(drafts.tokenHash, hashLinkSecret(secret)),
          isNull(drafts.revokedAt),
          gt(drafts.expiresAt, kit.now()),
        ),
      ),
  );
  if (row === undefined) throw linkNotValid();
  return row;
}

/** What the client sees. Counted; the first look is told on the client's timeline. */
export async function openLink(kit: Kit, secret: string): Promise<SentRequirements> {
  const { id, organizationId: clientId } = await findByLink(kit, secret);
  return kit.database.withTenant([clientId], async (tx) => {
    const { name } = await clientOf(tx, clientId);
    const [row] = await tx.db
      .update(drafts)
      .set({ views: sql`${drafts.views} + 1` })
      .where(and(eq(drafts.organizationId, clientId), eq(drafts.id, id)))
      .returning();
    if (row === undefined) throw linkNotValid();
    await tx.publish(clientId, 'requirements.opened', { draftId: id, views: row.views });
    return toSent(row, name);
  });
}

export function toSent(row: Omit<Row, 'returnedBy' | 'comment'>, clientName: string): SentRequirements {
  return {
    ...{ clientName, language: row.language, returned: row.status === 'returned' },
    expiresAt: (row.expiresAt ?? row.createdAt).toISOString(),
    items: row.items.map(({ source, ...item }) => ({
      ...item,
      source: source === null ? null : { title: source.title, url: source.url },
    })),
  };
}
