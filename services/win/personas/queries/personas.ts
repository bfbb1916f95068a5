import type { Persona, PersonaCard, PersonaEdit } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal, type TenantTransaction } from '@tokenholic/kit';
import { and, asc, count, desc, eq, getTableColumns, inArray } from 'drizzle-orm';
import { markStale } from '../commands/mark-stale.ts';
import { advise } from '../domain/advise.ts';
import { versionUnknown } from '../domain/failures.ts';
import { DAY } from '../domain/history.ts';
import { linesOf, settledTraits } from '../domain/lines.ts';
import { nextMoment } from '../domain/moments.ts';
import { labelOf } from '../domain/vocabulary.ts';
import type { MayProfile } from '../ports.ts';
import { sealedEdits, sealedSubjects, sealedVersions } from '../sealed.ts';
import {
  accounts,
  type EditRow,
  edits,
  interactions,
  type SubjectRow,
  subjects,
  versions,
} from '../tables.ts';
import { consentOf } from './consent.ts';

const MOST_LISTED = 200;
const MOST_SEARCHED = 20_000;
/** The trend is about the last weeks: a persona nobody wrote to goes on ageing. */
const STALE_AFTER = DAY;

/** Clients only: the vendor's own people are no contacts. */
export function withClients<T>(
  kit: Kit,
  principal: Principal,
  work: (tx: TenantTransaction) => Promise<T>,
): Promise<T> {
  const clients = principal.organizationIds.filter((id) => id !== principal.homeOrganizationId);
  return kit.database.withTenant(clients, work);
}

export async function findSubject(tx: TenantTransaction, contactId: string): Promise<SubjectRow> {
  const stored = await tx.db.select().from(subjects).where(eq(subjects.contactId, contactId));
  const [row] = await tx.open(sealedSubjects, stored);
  if (row === undefined) throw notFound();
  return row;
}

/** The person, held until the transaction ends. */
export async function lockSubject(tx: TenantTransaction, contactId: string): Promise<SubjectRow> {
  const stored = await tx.db.select().from(subjects).where(eq(subjects.contactId, contactId)).for('update');
  const [row] = await tx.open(sealedSubjects, stored);
  if (row === undefined) throw notFound();
  return row;
}

export async function editsOf(tx: TenantTransaction, contactId: string): Promise<PersonaEdit[]> {
  const rows = await tx.db
    .select()
    .from(edits)
    .where(eq(edits.contactId, contactId))
    .orderBy(asc(edits.at), asc(edits.id));
  return (await tx.open(sealedEdits, rows)).map(toEdit);
}

function toEdit({ key, value, action, byName, at }: EditRow): PersonaEdit {
  return { key, value, action, by: byName, at: at.toISOString(), label: labelOf(key, value) };
}

/** A persona in its newest version or an earlier one, with the edits of today over it. */
export async function readPersona(
  kit: Kit,
  mayProfile: MayProfile,
  principal: Principal,
  contactId: string,
  wanted?: number,
): Promise<Persona> {
  return withClients(kit, principal, async (tx) => {
    const subject = await findSubject(tx, contactId);
    const all = await tx.db
      .select({ number: versions.number, at: versions.computedAt, activities: versions.activities })
      .from(versions)
      .where(eq(versions.contactId, contactId))
      .orderBy(desc(versions.number));
    const newest = all[0];
    const now = kit.now();
    const isOld = newest !== undefined && now.getTime() - newest.at.getTime() > STALE_AFTER;
    const consent = await consentOf(tx, mayProfile, subject.organizationId, contactId);
    const isMade = subject.allowed && consent.allowed;
    if (isMade && isOld) await markStale(tx, contactId, now);
    const stored = await tx.db
      .select()
      .from(versions)
      .where(and(eq(versions.contactId, contactId), eq(versions.number, wanted ?? newest?.number ?? 0)));
    const [opened] = await tx.open(sealedVersions, stored);
    // Taken back a moment ago: it is being deleted, and shown no longer.
    const row = consent.allowed ? opened : undefined;
    if (wanted !== undefined && row === undefined) throw versionUnknown();
    const lines = row === undefined ? [] : linesOf(row.traits, await editsOf(tx, contactId));
    const settled = settledTraits(lines);
    const time = settled.find(({ key }) => key === 'best_time');
    const next = time === undefined ? null : nextMoment(time.value, subject.timeZone, now);
    const { name, title, allowed, timeZone, staleSince, organizationId: clientId } = subject;
    return {
      ...{ contactId, clientId, clientName: await clientName(tx, clientId), name, title, allowed, timeZone },
      consent,
      working: isMade && (staleSince !== null || isOld),
      version: row?.number ?? null,
      versions: all.map(({ at, ...version }) => ({ ...version, at: at.toISOString() })),
      computedAt: row?.computedAt.toISOString() ?? null,
      engine: row?.engine ?? null,
      activities: row?.activities ?? 0,
      withWords: row?.withWords ?? 0,
      lines,
      charts: row?.charts ?? null,
      advice: advise(settled),
      nextMoment: next?.toISOString() ?? null,
    };
  });
}

async function clientName(tx: TenantTransaction, clientId: string): Promise<string> {
  const [row] = await tx.db.select().from(accounts).where(eq(accounts.organizationId, clientId));
  return row?.name ?? '';
}

export interface PersonaFilter {
  search?: string | undefined;
  clientId?: string | undefined;
  contactId?: string | undefined;
}

/** One person in short. */
export async function readCard(kit: Kit, principal: Principal, contactId: string): Promise<PersonaCard> {
  const [card] = await listPersonas(kit, principal, { contactId });
  if (card === undefined) throw notFound();
  return card;
}

/** The people at one's clients, those of whom most is known first. */
export async function listPersonas(
  kit: Kit,
  principal: Principal,
  { search, clientId, contactId: only }: PersonaFilter,
): Promise<PersonaCard[]> {
  return withClients(kit, principal, async (tx) => {
    const wanted = (search ?? '').trim();
    const found = wanted === '' ? null : await namedLike(tx, wanted);
    const stored = await tx.db
      .select({ subject: subjects, clientName: accounts.name, times: count(interactions.activityId) })
      .from(subjects)
      .leftJoin(accounts, eq(accounts.organizationId, subjects.organizationId))
      .leftJoin(interactions, eq(interactions.contactId, subjects.contactId))
      .where(
        and(
          only === undefined ? undefined : eq(subjects.contactId, only),
          clientId === undefined ? undefined : eq(subjects.organizationId, clientId),
          found === null ? undefined : inArray(subjects.contactId, found),
        ),
      )
      // Every column: the key of a table that is split tells nothing of the others.
      .groupBy(...Object.values(getTableColumns(subjects)), accounts.name)
      .orderBy(desc(count(interactions.activityId)), asc(subjects.contactId))
      .limit(MOST_LISTED);
    const people = await tx.open(
      sealedSubjects,
      stored.map(({ subject, ...more }) => ({ ...subject, ...more })),
    );
    const rows = people.toSorted((a, b) => b.times - a.times || a.name.localeCompare(b.name));
    const ids = rows.map(({ contactId }) => contactId);
    const latest = await latestOf(tx, ids);
    return rows.map(({ clientName: client, times, ...subject }) => {
      const { contactId, organizationId, name, title, allowed } = subject;
      const settled = allowed
        ? settledTraits(linesOf(latest.traits(contactId), latest.edits(contactId)))
        : [];
      return {
        ...{ contactId, clientId: organizationId, clientName: client ?? '', name, title, allowed },
        ...{ activities: times, known: new Set(settled.map(({ key }) => key)).size },
        summary: SUMMARY.flatMap((key) => settled.find((trait) => trait.key === key) ?? []).map(
          ({ key, label }) => ({ key, label }),
        ),
      };
    });
  });
}

/**
 * Who is meant: names are sealed, and each is opened to be compared. Of more people than this at one's clients the longest
 * known are looked through.
 */
async function namedLike(tx: TenantTransaction, search: string): Promise<string[]> {
  const rows = await tx.db
    .select({
      ...{ contactId: subjects.contactId, organizationId: subjects.organizationId },
      ...{ name: subjects.name, title: subjects.title, client: accounts.name },
    })
    .from(subjects)
    .leftJoin(accounts, eq(accounts.organizationId, subjects.organizationId))
    .orderBy(asc(subjects.contactId))
    .limit(MOST_SEARCHED);
  const wanted = search.toLowerCase();
  const people = await tx.open(sealedSubjects, rows);
  return people.flatMap(({ contactId, name, title, client }) =>
    [name, title, client ?? ''].some((text) => text.toLowerCase().includes(wanted)) ? [contactId] : [],
  );
}

const SUMMARY = ['buying_role', 'decision_style', 'channel', 'priority', 'answer_time', 'trend'] as const;

async function latestOf(tx: TenantTransaction, ids: readonly string[]) {
  if (ids.length === 0) return { traits: () => [], edits: () => [] };
  const newest = await tx.db
    .selectDistinctOn([versions.contactId], {
      ...{ contactId: versions.contactId, organizationId: versions.organizationId },
      traits: versions.traits,
    })
    .from(versions)
    .where(inArray(versions.contactId, [...ids]))
    .orderBy(versions.contactId, desc(versions.number));
  const said = await tx.db
    .select()
    .from(edits)
    .where(inArray(edits.contactId, [...ids]));
  const opened = await tx.open(sealedVersions, newest);
  const edited = await tx.open(sealedEdits, said);
  return {
    traits: (contactId: string) => opened.find((row) => row.contactId === contactId)?.traits ?? [],
    edits: (contactId: string) => edited.filter((row) => row.contactId === contactId).map(toEdit),
  };
}
