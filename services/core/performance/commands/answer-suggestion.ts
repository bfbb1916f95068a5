import type { AnswerSuggestion } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { and, eq } from 'drizzle-orm';
import { sealedAnswers } from '../sealed.ts';
import { answers } from '../tables.ts';

/** A person's word on a suggestion of their coach; said again it replaces the one before. */
export async function answerSuggestion(
  kit: Kit,
  { user, homeOrganizationId: home }: Principal,
  { key, answer, feedback }: AnswerSuggestion,
): Promise<void> {
  await kit.database.withTenant([home], async (tx) => {
    const given = await tx.seal(sealedAnswers, home, { answer, feedback, at: kit.now() });
    const made = await tx.db
      .insert(answers)
      .values({ userId: user.id, organizationId: home, key, ...given })
      .onConflictDoNothing()
      .returning({ key: answers.key });
    const before = and(eq(answers.userId, user.id), eq(answers.key, key));
    if (made.length === 0) await tx.db.update(answers).set(given).where(before);
  });
}
