import type { RequirementItem, ReturnRequirements, SaveRequirements } from '@tokenholic/contracts';

/** Items as a colleague leaves them: texts and order are theirs, where an item came from stays with it. */
export function rewriteItems(
  items: readonly RequirementItem[],
  { items: wanted }: SaveRequirements,
): RequirementItem[] {
  const known = new Map(items.map((item) => [item.id, item]));
  return wanted.map(({ id, section, text }) => {
    const item = known.get(id);
    if (item === undefined) return { id, section, text, origin: 'person', source: null, answer: null };
    // A text a colleague rewrote is no longer what the page said.
    const origin = item.text === text ? item.origin : 'person';
    return { ...item, section, text, origin };
  });
}

/** Items with the client's answers, and what the client added. An answer to what was not asked is left out. */
export function takeAnswers(
  items: readonly RequirementItem[],
  { answers, added }: ReturnRequirements,
  newId: () => string,
): RequirementItem[] {
  const byItem = new Map(answers.map(({ itemId, kind, text }) => [itemId, { kind, text }]));
  return [
    ...items.map((item) => ({ ...item, answer: byItem.get(item.id) ?? null })),
    ...added.map(
      ({ section, text }): RequirementItem => ({
        ...{ id: newId(), section, text, origin: 'client', source: null, answer: null },
      }),
    ),
  ];
}

export function countAnswers(items: readonly RequirementItem[]) {
  const of = (kind: string) => items.filter(({ answer }) => answer?.kind === kind).length;
  return {
    ...{ right: of('right'), changed: of('changed'), wrong: of('wrong'), answered: of('answered') },
    added: items.filter(({ origin }) => origin === 'client').length,
  };
}
