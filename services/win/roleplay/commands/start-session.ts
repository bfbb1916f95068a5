import type { StartPractice } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { uuidv7 } from 'uuidv7';
import { replay } from '../domain/talk.ts';
import type { Seller } from '../queries/sessions.ts';
import { sessions } from '../tables.ts';

/** Begins a talk, or begins again after some lines of an earlier one. */
export async function startSession(
  kit: Kit,
  { organizationId, userId }: Seller,
  setting: StartPractice,
  branch: { from: string | null; lines: readonly string[] } = { from: null, lines: [] },
) {
  const { scenario, level, language } = setting;
  const row = {
    ...{ id: uuidv7(), organizationId, userId, scenario, level, language, score: null, finishedAt: null },
    turns: replay(setting, branch.lines).turns,
    branchedFrom: branch.from,
    startedAt: kit.now(),
  };
  await kit.database.withTenant([organizationId], async (tx) => {
    await tx.db.insert(sessions).values(row);
    await tx.publish(organizationId, 'practice.started', { sessionId: row.id, scenario, level });
  });
  return row;
}
