/** A single sign is no name to look for: it would be found in the middle of other words. */
const SHORTEST = 2;

/** Stands where a name or address stood. */
export const ERASED = '[erased]';

/** What to look for where a person is mentioned: each text once, the longest first, so that no part of one is left over. */
export function mentionsOf(texts: readonly string[]): string[] {
  const wanted = new Set(texts.map((text) => text.trim()).filter((text) => text.length >= SHORTEST));
  return [...wanted].sort((left, right) => right.length - left.length);
}

/** Folded copies for search are found too: case does not count. Chinese runs words together; elsewhere a name is one only between signs that are no letters, so "Ann" stays in "Annual". */
function patternOf(mention: string): string {
  const text = mention.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /[\p{Script=Han}]/u.test(mention) ? text : `(?<![\\p{L}\\p{N}])${text}(?![\\p{L}\\p{N}])`;
}

/** One expression for all of them; null when there is nothing to look for. */
export function mentionPattern(mentions: readonly string[]): RegExp | null {
  return mentions.length === 0 ? null : new RegExp(mentions.map(patternOf).join('|'), 'giu');
}

/** Whether any of them stands in a text. */
export const isMentioned = (pattern: RegExp | null, text: string): boolean =>
  pattern !== null && text.search(pattern) >= 0;

/** A value as it was, with mentions taken out of every text in it; names of fields are no texts and stay. */
export function withoutMentions(value: unknown, mentions: readonly string[]): unknown {
  return takeMentions(value, mentionPattern(mentions));
}

/** The same with an expression that was made before, for many values. */
export function takeMentions(value: unknown, pattern: RegExp | null): unknown {
  if (pattern === null) return value;
  const take = (part: unknown): unknown => {
    if (typeof part === 'string') return part.replace(pattern, ERASED);
    if (Array.isArray(part)) return part.map(take);
    if (typeof part === 'object' && part !== null)
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, take(inner)]));
    return part;
  };
  return take(value);
}
