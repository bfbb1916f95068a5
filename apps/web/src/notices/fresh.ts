import type { LocalizedText, Notice } from '@tokenholic/contracts';

/** More at once would cover the screen. */
const MOST_AT_ONCE = 3;
const RANK = { critical: 0, warning: 1, info: 2 } as const;

/**
 * What is news among notices: not there before, and wanted on the screen. What was there when the product was opened
 * (`known` null) is in the list, and no news. The most serious come first; `folded` counts those that do not fit.
 */
export function fresh(
  known: ReadonlySet<string> | null,
  notices: readonly Notice[],
): { news: Notice[]; folded: number } {
  if (known === null) return { news: [], folded: 0 };
  const found = notices
    .filter(({ id, popUp }) => popUp && !known.has(id))
    .sort((one, other) => RANK[one.level] - RANK[other.level]);
  return { news: found.slice(0, MOST_AT_ONCE), folded: Math.max(0, found.length - MOST_AT_ONCE) };
}

/** `云岫短剧 · 升级：…`; only the text where no client is concerned. */
export function titleOf({ client, text }: Notice, local: (text: LocalizedText) => string): string {
  return client === null ? local(text) : `${client.name} · ${local(text)}`;
}
