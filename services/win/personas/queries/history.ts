import type { TenantTransaction } from '@tokenholic/kit';
import { and, desc, eq } from 'drizzle-orm';
import type { History } from '../domain/history.ts';
import { sealedInteractions, sealedSubjects } from '../sealed.ts';
import { interactions, type SubjectRow, subjects } from '../tables.ts';

/** More than this says nothing new; the latest count. */
const MOST_INTERACTIONS = 3_000;

export interface Read {
  subject: SubjectRow;
  history: History;
}

/** A person and what is known of them; null when there is none or their persona is off. */
export async function readHistory(tx: TenantTransaction, contactId: string, now: Date): Promise<Read | null> {
  const stored = await tx.db
    .select()
    .from(subjects)
    .where(and(eq(subjects.contactId, contactId), eq(subjects.allowed, true)));
  const [subject] = await tx.open(sealedSubjects, stored);
  if (subject === undefined) return null;
  const rows = await tx.db
    .select()
    .from(interactions)
    .where(eq(interactions.contactId, contactId))
    .orderBy(desc(interactions.occurredAt))
    .limit(MOST_INTERACTIONS);
  const { title, roles, timeZone } = subject;
  return {
    subject,
    history: {
      ...{ title, roles: Object.values(roles), timeZone, now },
      interactions: (await tx.open(sealedInteractions, rows)).reverse().map((row) => ({
        ...{ id: row.activityId, channel: row.channel, direction: row.direction },
        ...{ at: row.occurredAt, words: row.words },
      })),
    },
  };
}
