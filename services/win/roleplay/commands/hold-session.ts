import type { StartPractice } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { and, eq } from 'drizzle-orm';
import type { PracticeSources } from '../ports.ts';
import { own, sellerOf } from '../queries/sessions.ts';
import { sessions } from '../tables.ts';
import { handIn } from './hand-in.ts';
import { endSession, say } from './say.ts';
import { startSession } from './start-session.ts';

/** A whole talk, as a seller held it. */
export interface HeldTalk extends StartPractice {
  id: string;
  seed: number;
  lines: readonly string[];
}

/** Holds a whole talk line by line through the same doors as a person, has it scored and hands it in. Held before, it stays as it is. */
export async function holdSession(
  kit: Kit,
  parts: { sources: PracticeSources; llm: Llm },
  principal: Principal,
  { lines, ...talk }: HeldTalk,
): Promise<void> {
  const seller = sellerOf(principal);
  const known = await kit.database.withTenant([seller.organizationId], ({ db }) =>
    db
      .select({ finishedAt: sessions.finishedAt, lines: sessions.lines })
      .from(sessions)
      .where(and(own(seller), eq(sessions.id, talk.id))),
  );
  const [row] = known;
  if (row !== undefined && row.finishedAt !== null) return;
  let over = false;
  if (row === undefined) await startSession(kit, parts.sources, principal, talk);
  for (const line of lines.slice(row?.lines.length ?? 0)) {
    if (over) break;
    over = (await say(kit, parts, principal, talk.id, line)).finishedAt !== null;
  }
  if (!over) await endSession(kit, parts.llm, principal, talk.id);
  await handIn(kit, principal, talk.id);
}
