import type { EntityKind, LocalizedText } from '@tokenholic/contracts';

/** A thing that passages may speak of. */
export interface Entity {
  /** Names it everywhere: `model:qwen3.7-max`. */
  key: string;
  kind: EntityKind;
  name: LocalizedText;
}

export interface NamedEntity extends Entity {
  /** What a text may call it. */
  spellings: readonly string[];
}

export interface FoundEntity {
  entity: Entity;
  start: number;
  end: number;
}

interface Branch {
  next: Map<string, Branch>;
  entity: Entity | null;
}

const branch = (): Branch => ({ next: new Map(), entity: null });
/** One spelling for case, and for a space where a name has a hyphen. Keeps the length, so that places stay true. */
const plain = (text: string) => {
  const lower = text.toLowerCase().replace(/[-‐‑_]/g, ' ');
  return lower.length === text.length ? lower : text;
};
const isWord = (character: string) => /[a-z0-9]/.test(character);

/** Finds things by their names: the longest at each place, Latin names as whole words only. */
export function createGazetteer(entities: readonly NamedEntity[]) {
  const root = branch();
  for (const { spellings, ...entity } of entities)
    for (const spelling of spellings) {
      const name = plain(spelling.trim());
      if (name.length < 2) continue;
      let at = root;
      for (const character of name) {
        const next = at.next.get(character) ?? branch();
        at.next.set(character, next);
        at = next;
      }
      // The first to claim a name keeps it.
      at.entity ??= entity;
    }
  return (text: string): FoundEntity[] => {
    const lower = plain(text);
    const found: FoundEntity[] = [];
    for (let start = 0; start < lower.length; start += 1) {
      const longest = longestAt(root, lower, start);
      if (longest === null) continue;
      found.push(longest);
      start = longest.end - 1;
    }
    return found;
  };
}

function longestAt(root: Branch, text: string, start: number): FoundEntity | null {
  if (isWord(text[start] ?? '') && isWord(text[start - 1] ?? ' ')) return null;
  let at: Branch | undefined = root;
  let longest: FoundEntity | null = null;
  for (let end = start; at !== undefined; end += 1) {
    if (at.entity !== null && endsThere(text, end)) longest = { entity: at.entity, start, end };
    at = at.next.get(text[end] ?? '');
  }
  return longest;
}

/** A name does not go on: no further letter but a plural's, and no further part of a version. */
function endsThere(text: string, end: number): boolean {
  if (!isWord(text[end - 1] ?? '')) return true;
  return /^(?:(?:s|es)?(?![a-z0-9])(?!\.\d)|$)/.test(text.slice(end, end + 4));
}
