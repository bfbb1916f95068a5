import { randomInt } from 'node:crypto';
import type { PracticeSession, StartPractice } from '@tokenholic/contracts';
import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { assignmentUnknown } from '../domain/failures.ts';
import { talkOf } from '../domain/present.ts';
import { turnsOf } from '../domain/turns.ts';
import type { PracticeSources } from '../ports.ts';
import { findPersona } from '../queries/find-persona.ts';
import { ownSession, presented, type Seller, sellerOf } from '../queries/sessions.ts';
import { sealedSessions } from '../sealed.ts';
import { assignments, type SessionRow, sessions } from '../tables.ts';

type New = Pick<
  SessionRow,
  'id' | 'scenario' | 'level' | 'language' | 'persona' | 'clientId' | 'seed' | 'assignmentId'
> & {
  branch: { row: SessionRow; lines: SessionRow['lines'] } | null;
};

/** Given when the same talk may be begun twice and must be there once, with the same customer. */
export interface GivenTalk {
  id?: string;
  seed?: number;
}

/** Begins a talk with a customer from the library, a form or a client, on assignment or freely. */
export async function startSession(
  kit: Kit,
  sources: PracticeSources,
  principal: Principal,
  input: StartPractice & GivenTalk,
): Promise<PracticeSession> {
  const persona = await findPersona(kit, sources, principal, input.persona);
  const { scenario, level, language, assignmentId } = input;
  const { id = uuidv7(), seed = randomInt(1, 2 ** 31 - 1) } = input;
  return kit.database.withTenant([principal.homeOrganizationId], async (tx) => {
    if (assignmentId !== null) await checkAssignment(tx, sellerOf(principal), assignmentId);
    const { clientId } = persona;
    return begin(kit, tx, principal, {
      id,
      scenario,
      level,
      language,
      persona,
      clientId,
      seed,
      assignmentId,
      branch: null,
    });
  });
}

/** Begins again just before one of the seller's lines; the customer, and all said until then, stay the same. */
export function retrySession(
  kit: Kit,
  principal: Principal,
  id: string,
  keepLines: number,
): Promise<PracticeSession> {
  return kit.database.withTenant([principal.homeOrganizationId], async (tx) => {
    const row = await ownSession(tx, sellerOf(principal), id);
    const lines = row.lines.slice(0, Math.min(keepLines, Math.max(0, row.lines.length - 1)));
    return begin(kit, tx, principal, { ...row, id: uuidv7(), branch: { row, lines } });
  });
}

async function begin(
  kit: Kit,
  tx: TenantTransaction,
  principal: Principal,
  made: New,
): Promise<PracticeSession> {
  const { organizationId, userId } = sellerOf(principal);
  const { id, scenario, level, language, persona, clientId, seed, assignmentId, branch } = made;
  const row: SessionRow = {
    ...{ id, organizationId, userId, seller: principal.user.name },
    ...{ scenario, level, language, persona, clientId, seed, assignmentId },
    ...{ lines: branch?.lines ?? [], turns: [], outcome: null, score: null, total: null, hints: 0 },
    rootId: branch?.row.rootId ?? id,
    branchedFrom: branch?.row.id ?? null,
    branchedAt: branch?.lines.length ?? null,
    ...{ handedInAt: null, judging: false, startedAt: kit.now(), finishedAt: null },
  };
  const engines = (branch?.row.turns ?? []).filter(({ speaker }) => speaker === 'customer').slice(1);
  const known = engines.flatMap(({ engine }) => (engine === null ? [] : [engine]));
  const full = { ...row, turns: turnsOf(talkOf(row), known) };
  await tx.db.insert(sessions).values(await tx.seal(sealedSessions, organizationId, full));
  await tx.publish(organizationId, 'practice.started', { sessionId: id, scenario, level });
  return presented(tx, full, userId);
}

async function checkAssignment(tx: TenantTransaction, seller: Seller, id: string): Promise<void> {
  const [row] = await tx.db
    .select({ id: assignments.id })
    .from(assignments)
    .where(
      and(
        eq(assignments.id, id),
        eq(assignments.organizationId, seller.organizationId),
        eq(assignments.userId, seller.userId),
      ),
    );
  if (row === undefined) throw assignmentUnknown();
}
