/** Who has the fewest clients, the first of them when several do; null when there is nobody. */
export function leastBusy<P extends { id: string }>(
  people: readonly P[],
  given: readonly { userId: string }[],
): P | null {
  const counts = new Map<string, number>();
  for (const { userId } of given) counts.set(userId, (counts.get(userId) ?? 0) + 1);
  const load = (person: P) => counts.get(person.id) ?? 0;
  return people.reduce<P | null>(
    (best, person) => (best === null || load(person) < load(best) ? person : best),
    null,
  );
}
