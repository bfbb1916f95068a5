import type { Battlecard } from '@tokenholic/contracts';

/** Cards and their points that hold all words typed, in either language; the competitor one came for stands first. */
export function matchingCards(
  cards: readonly Battlecard[],
  search: string,
  competitor: string | undefined,
): Battlecard[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  return cards
    .map((card) => {
      const name = `${card.name.zh} ${card.name.en}`;
      const points = card.points.filter(({ dimension, ours, theirs, advice }) =>
        holds(
          [name, ...[dimension, ours, theirs, advice].map((text) => `${text?.zh} ${text?.en}`)].join(' '),
        ),
      );
      return { ...card, points };
    })
    .filter(({ points }) => points.length > 0)
    .sort((a, b) => Number(b.competitorId === competitor) - Number(a.competitorId === competitor));
}
