import { type EditPersona, PERSONA_LISTS, personaTraitValues } from '@tokenholic/contracts';
import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { protectedWords, switchedOff, valueUnknown } from '../domain/failures.ts';
import { isProtected } from '../domain/reading/protected.ts';
import { editingOf } from '../domain/vocabulary.ts';
import type { MayProfile } from '../ports.ts';
import { requireConsent } from '../queries/consent.ts';
import { lockSubject, withClients } from '../queries/personas.ts';
import { sealedEdits, sealedVersions } from '../sealed.ts';
import { edits, versions } from '../tables.ts';
import { publishPersona } from './compute-persona.ts';

const LISTS: readonly string[] = PERSONA_LISTS;

/** Says of somebody what was not worked out, or that what was worked out is not so; null takes it back. */
export async function editPersona(
  kit: Kit,
  mayProfile: MayProfile,
  principal: Principal,
  contactId: string,
  edit: EditPersona,
): Promise<void> {
  checkValue(edit);
  await withClients(kit, principal, async (tx) => {
    const subject = await lockSubject(tx, contactId);
    if (!subject.allowed) throw switchedOff();
    if (edit.action !== null) await requireConsent(tx, mayProfile, subject.organizationId, contactId);
    const { key, value, action } = edit;
    await takeBack(tx, contactId, edit);
    if (action !== null)
      await tx.db.insert(edits).values(
        await tx.seal(sealedEdits, subject.organizationId, {
          ...{ id: uuidv7(), contactId, organizationId: subject.organizationId, key, value, action },
          ...{ byName: principal.user.name, at: kit.now() },
        }),
      );
    const kept = await tx.db
      .select()
      .from(versions)
      .where(eq(versions.contactId, contactId))
      .orderBy(desc(versions.number))
      .limit(1);
    const [newest] = await tx.open(sealedVersions, kept);
    if (newest !== undefined) await publishPersona(tx, subject, newest.number, newest.traits);
    // What was said stays out of the trail, which nobody can take anything out of again.
    await tx.audit(subject.organizationId, {
      action: 'persona.edit',
      subject: contactId,
      after: { key, action },
    });
  });
}

function checkValue({ key, value, action }: EditPersona): void {
  const editing = editingOf(key);
  if (editing === 'none') throw valueUnknown();
  if (isProtected(value)) throw protectedWords();
  const values: readonly string[] = personaTraitValues[key];
  // What the product itself worked out, such as hours, may always be dismissed.
  if (editing !== 'words' && action !== null && !values.includes(value)) throw valueUnknown();
}

/** A trait with one value has one word of ours on it. */
async function takeBack(
  tx: TenantTransaction,
  contactId: string,
  { key, value }: EditPersona,
): Promise<void> {
  const stored = await tx.db
    .select()
    .from(edits)
    .where(and(eq(edits.contactId, contactId), eq(edits.key, key)));
  const mine = await tx.open(sealedEdits, stored);
  const gone = LISTS.includes(key) ? mine.filter((edit) => edit.value === value) : mine;
  const ids = gone.map(({ id }) => id);
  if (ids.length > 0) await tx.db.delete(edits).where(inArray(edits.id, ids));
}
