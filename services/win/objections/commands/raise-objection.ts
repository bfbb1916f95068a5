import type { Language, Objection, ObjectionCategory, RaiseObjection } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import { reference } from '@tokenholic/reference';
import { uuidv7 } from 'uuidv7';
import { classify, languageOf } from '../domain/classify.ts';
import { composeReplies } from '../domain/compose-replies.ts';
import { comparisonFacts, knowledgeFacts } from '../domain/facts.ts';
import { lines } from '../domain/lines.ts';
import type { AskKnowledge, ObjectionParts } from '../ports.ts';
import { countBefore, listWorked, toObjection } from '../queries/objections.ts';
import { sealedObjections } from '../sealed.ts';
import { objections } from '../tables.ts';
import { classifyTask } from '../tasks/classify.ts';

const MOST_HITS = 4;

/** Says what kind of objection it is and answers it in three tones, each fact with its source. */
export async function raiseObjection(
  kit: Kit,
  { ask, llm, meaning }: ObjectionParts,
  principal: Principal,
  { text, clientId }: RaiseObjection,
): Promise<Objection> {
  if (clientId !== null && !principal.organizationIds.includes(clientId)) throw notFound();
  const language = languageOf(text);
  const guesses = classify(text, await meaning(text)).slice(0, 3);
  const { output, engine } = await llm.run(
    classifyTask,
    { text, guesses },
    { organizationId: principal.homeOrganizationId },
  );
  const { category } = output;
  const answer = await answerTo(ask, principal.homeOrganizationId, text, category, language);
  const organizationId = clientId ?? principal.homeOrganizationId;
  const worked = await kit.database.withTenant(principal.organizationIds, listWorked);
  return kit.database.withTenant([organizationId], async (tx) => {
    const now = kit.now();
    const before = await countBefore(tx, clientId, category, now);
    const row = {
      ...{ id: uuidv7(), organizationId, clientId, text, language, guesses, category, ...answer },
      ...{ corrected: false, sent: null, libraryReplyId: null, outcome: null },
      ...{ engine, createdBy: principal.user.name.zh, createdAt: now },
    };
    await tx.db.insert(objections).values(await tx.seal(sealedObjections, organizationId, row));
    await tx.publish(organizationId, 'objection.raised', {
      objectionId: row.id,
      category,
      text: text.slice(0, 200),
    });
    return toObjection(row, before, worked);
  });
}

/** The three replies to an objection of this kind, from comparisons and from what the vendor's knowledge base says. */
export async function answerTo(
  ask: AskKnowledge,
  vendorId: string,
  text: string,
  category: ObjectionCategory | null,
  language: Language,
) {
  if (category === null) return composeReplies(null, language, []);
  const { hits, known } = await ask(
    vendorId,
    `${text.slice(0, 300)} ${lines[category].query[language]}`,
    MOST_HITS,
  );
  return composeReplies(category, language, [
    ...comparisonFacts(text, category, language, reference),
    ...(known ? knowledgeFacts(hits, language) : []),
  ]);
}
