import type { Language, RequirementDraft, SaveRequirements } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { reference } from '@tokenholic/reference';
import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { composeDraft } from '../domain/compose-draft.ts';
import { alreadySent } from '../domain/failures.ts';
import { rewriteItems } from '../domain/take-answers.ts';
import { clientOf, draftOf, toDraft } from '../queries/drafts.ts';
import { sealedDrafts } from '../sealed.ts';
import { drafts } from '../tables.ts';

const names = {
  useCases: new Map(reference.useCases.map(({ id, name }) => [id, name])),
  providers: new Map(reference.providers.map(({ id, name }) => [id, name])),
};

/** Writes a first draft from what is known of the client. */
export async function createDraft(
  kit: Kit,
  principal: Principal,
  clientId: string,
  language: Language,
): Promise<RequirementDraft> {
  return kit.database.withTenant([clientId], async (tx) => {
    const client = await clientOf(tx, clientId);
    const createdBy = principal.user.name.zh;
    const values = await tx.seal(sealedDrafts, clientId, {
      ...{ id: uuidv7(), organizationId: clientId, language, status: 'draft' as const },
      items: composeDraft(client, names, language, uuidv7),
      ...{ createdBy, createdAt: kit.now() },
    });
    const [made] = await tx.db.insert(drafts).values(values).returning();
    if (made === undefined) throw new Error('The draft was not kept');
    const row = { ...made, createdBy };
    await tx.audit(clientId, { action: 'requirements.create', subject: row.id });
    return toDraft(row, client.name);
  });
}

/** A colleague's words, order and additions; only while the draft is not with the client. */
export async function saveDraft(
  kit: Kit,
  clientId: string,
  draftId: string,
  change: SaveRequirements,
): Promise<RequirementDraft> {
  return kit.database.withTenant([clientId], async (tx) => {
    const { name } = await clientOf(tx, clientId);
    const row = await draftOf(tx, clientId, draftId);
    if (row.status !== 'draft') throw alreadySent();
    const items = rewriteItems(row.items, change);
    await tx.db
      .update(drafts)
      .set({ items })
      .where(and(eq(drafts.organizationId, clientId), eq(drafts.id, draftId)));
    await tx.audit(clientId, {
      action: 'requirements.edit',
      subject: draftId,
      after: { items: items.length },
    });
    return toDraft({ ...row, items }, name);
  });
}

/** A draft that is not with the client can be thrown away. */
export async function deleteDraft(kit: Kit, clientId: string, draftId: string): Promise<void> {
  await kit.database.withTenant([clientId], async (tx) => {
    const row = await draftOf(tx, clientId, draftId);
    if (row.status !== 'draft') throw alreadySent();
    await tx.db.delete(drafts).where(and(eq(drafts.organizationId, clientId), eq(drafts.id, draftId)));
    await tx.audit(clientId, { action: 'requirements.delete', subject: draftId });
  });
}
