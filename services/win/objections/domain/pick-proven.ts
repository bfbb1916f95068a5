import type { Language, ObjectionCategory, ProvenReply } from '@tokenholic/contracts';

/** An answered objection that was rated as having worked. */
export interface Worked extends Omit<ProvenReply, 'sameClient'> {
  clientId: string | null;
  category: ObjectionCategory | null;
  language: Language;
}

export interface Asked {
  id: string;
  clientId: string | null;
  category: ObjectionCategory | null;
  language: Language;
}

const MOST_PROVEN = 3;

/** What worked against the same kind in the same language, this client's first, newest first, each wording once. */
export function pickProven(worked: readonly Worked[], { id, ...asked }: Asked): ProvenReply[] {
  if (asked.category === null) return [];
  const fitting = worked
    .filter(
      ({ objectionId, category, language }) =>
        objectionId !== id && category === asked.category && language === asked.language,
    )
    .map(({ objectionId, objection, sent, createdAt, clientId }) => ({
      ...{ objectionId, objection, sent, createdAt },
      sameClient: clientId !== null && clientId === asked.clientId,
    }))
    .sort(
      (first, second) =>
        Number(second.sameClient) - Number(first.sameClient) ||
        second.createdAt.localeCompare(first.createdAt),
    );
  const wordings = new Set<string>();
  return fitting
    .filter(({ sent }) => !wordings.has(sent) && wordings.add(sent) !== undefined)
    .slice(0, MOST_PROVEN);
}
