import type { Engine } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { and, desc, eq, lt } from 'drizzle-orm';
import { type Computed, compute, excerptsOf } from '../domain/compute.ts';
import { headlines } from '../domain/headlines.ts';
import { linesOf, settledTraits } from '../domain/lines.ts';
import { isMaterial } from '../domain/material-change.ts';
import type { MayProfile } from '../ports.ts';
import { readHistory } from '../queries/history.ts';
import { editsOf } from '../queries/personas.ts';
import { sealedVersions } from '../sealed.ts';
import { type SubjectRow, subjects, versions } from '../tables.ts';
import { readTraitsTask } from '../tasks/read-traits.ts';
import { forgetMade } from './forget.ts';

/** Earlier versions that are kept. */
const MOST_VERSIONS = 30;
/** What comes in while a model reads is read in another round; after these it waits for the next job. */
const MOST_ROUNDS = 3;

interface Which {
  organizationId: string;
  contactId: string;
  signal?: AbortSignal;
}

/** Works a persona out from everything known by now. No model is asked inside a transaction. */
export async function computePersona(
  kit: Kit,
  llm: Llm,
  mayProfile: MayProfile,
  which: Which,
): Promise<void> {
  const { organizationId, contactId, signal } = which;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const read = await kit.database.withTenant([organizationId], async (tx) => {
      const stands = await mayProfile(tx, organizationId, [contactId]);
      if (stands.get(contactId)?.allowed === true) return readHistory(tx, contactId, kit.now());
      await forgetMade(tx, organizationId, contactId);
      return null;
    });
    if (read === null) return;
    const excerpts = excerptsOf(read.history);
    const asked = await llm.run(
      readTraitsTask,
      { excerpts },
      { organizationId, ...(signal === undefined ? {} : { signal }) },
    );
    const { engine } = asked;
    const computed = compute(read.history, engine.via === 'model' ? asked.output.claims : []);
    const isLast = round === MOST_ROUNDS - 1;
    const done = await kit.database.withTenant([organizationId], (tx) =>
      keep(tx, mayProfile, read.subject, computed, engine, kit.now(), isLast),
    );
    if (done) return;
  }
}

/** False when something new came in meanwhile. */
async function keep(
  tx: TenantTransaction,
  mayProfile: MayProfile,
  { contactId, organizationId, revision }: SubjectRow,
  computed: Computed,
  engine: Engine,
  now: Date,
  isLast: boolean,
): Promise<boolean> {
  const [subject] = await tx.db
    .select()
    .from(subjects)
    .where(eq(subjects.contactId, contactId))
    .for('update');
  // Forgotten while it was being read: nothing of it is kept.
  if (subject === undefined || !subject.allowed) return true;
  const stands = await mayProfile(tx, organizationId, [contactId]);
  if (stands.get(contactId)?.allowed !== true) return true;
  if (subject.revision !== revision && !isLast) return false;
  const kept = await tx.db
    .select()
    .from(versions)
    .where(eq(versions.contactId, contactId))
    .orderBy(desc(versions.number))
    .limit(1);
  const [newest] = await tx.open(sealedVersions, kept);
  const { traits, charts, activities, withWords } = computed;
  const values = await tx.seal(sealedVersions, organizationId, {
    ...{ traits, charts, engine, activities, withWords, computedAt: now },
  });
  const isNew = newest === undefined || isMaterial(newest.traits, traits);
  const number = (newest?.number ?? 0) + (isNew ? 1 : 0);
  if (isNew) {
    await tx.db.insert(versions).values({ contactId, organizationId, number, ...values });
    await tx.db
      .delete(versions)
      .where(and(eq(versions.contactId, contactId), lt(versions.number, number - MOST_VERSIONS + 1)));
  } else
    await tx.db
      .update(versions)
      .set(values)
      .where(and(eq(versions.contactId, contactId), eq(versions.number, number)));
  await tx.db.update(subjects).set({ staleSince: null }).where(eq(subjects.contactId, contactId));
  if (isNew) await publishPersona(tx, subject, number, traits);
  return true;
}

/** Tells other services how to deal with the person: what is sure enough, with edits over it. */
export async function publishPersona(
  tx: TenantTransaction,
  { contactId, organizationId, timeZone }: SubjectRow,
  version: number,
  traits: Computed['traits'],
): Promise<void> {
  const settled = settledTraits(linesOf(traits, await editsOf(tx, contactId)));
  // Nothing sure and nothing said: nothing to act on.
  if (settled.length === 0 && version === 1) return;
  await tx.publish(organizationId, 'persona.updated', {
    ...{ headline: headlines.updated, contactId, version, timeZone },
    traits: settled,
  });
}
