import type { AnswerSuggestion } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { answers } from '../tables.ts';

/** A person's word on a suggestion of their coach; said again it replaces the one before. */
export async function answerSuggestion(
  kit: Kit,
  { user, homeOrganizationId: home }: Principal,
  { key, answer, feedback }: AnswerSuggestion,
): Promise<void> {
  const given = { answer, feedback, at: kit.now() };
  await kit.database.withTenant([home], (tx) =>
    tx.db
      .insert(answers)
      .values({ userId: user.id, organizationId: home, key, ...given })
      .onConflictDoUpdate({ target: [answers.userId, answers.key], set: given }),
  );
}
