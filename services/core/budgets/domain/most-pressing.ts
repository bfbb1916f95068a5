export interface Spending {
  organizationId: string;
  /** Null: no limit. */
  limit: number | null;
  spent: number;
}

/** How much of a limit is used; of none, nothing. */
const share = ({ limit, spent }: Spending) => (limit === null ? 0 : limit === 0 ? 1 : spent / limit);

/** Those first whose limit is nearest to its end, or over it; those with none by what they used. */
export function mostPressing<S extends Spending>(all: readonly S[]): S[] {
  return all.toSorted(
    (one, other) =>
      share(other) - share(one) ||
      other.spent - one.spent ||
      one.organizationId.localeCompare(other.organizationId),
  );
}
