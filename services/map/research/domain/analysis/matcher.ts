export interface Entry {
  /** `other`: a longer name that holds one of ours and means somebody else. */
  kind: 'provider' | 'model' | 'house_model' | 'use_case' | 'industry' | 'other';
  id: string;
  text: string;
  /** Counts only beside a firm sign of AI use. */
  context: boolean;
}

export interface Hit {
  entry: Entry;
  start: number;
  end: number;
}

interface Node {
  /** By character code. */
  next: Map<number, Node>;
  entries: Entry[];
}

export type Matcher = (text: string) => Hit[];

const isDigit = (code: number) => code >= 48 && code <= 57;
const isLetter = (code: number) => code >= 97 && code <= 122;
/** Of folded text; past its end there is none. */
const isWordCharacter = (code: number) => isLetter(code) || isDigit(code);

/** One character in, one out, so that offsets hold: full-width becomes half-width, hyphens and underscores become spaces. */
export function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
  const lower = narrow.toLowerCase();
  const folded = lower.length === 1 ? lower : narrow;
  return folded === '-' || folded === '_' || folded === '\u00a0' || folded === '‑' ? ' ' : folded;
}

const WIDE = /[\uff01-\uff5e]/g;
const JOINERS = /[-_\u00a0‑]/g;

function fold(text: string): string {
  const plain = text
    .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .replace(JOINERS, ' ');
  if (plain.length === text.length) return plain;
  // A few letters of other scripts grow when made small: then one by one, so that offsets hold.
  let folded = '';
  for (let index = 0; index < text.length; index += 1) folded += foldCharacter(text.charAt(index));
  return folded;
}

/** Finds the longest names at each place of a text, in one pass. Latin names must stand alone as words. */
export function buildMatcher(entries: readonly Entry[]): Matcher {
  const root: Node = { next: new Map(), entries: [] };
  const openings = new Uint8Array(OPENINGS);
  for (const entry of entries) {
    let node = root;
    const name = fold(entry.text.trim());
    openings[openingAt(name, 0, Math.min(3, name.length))] = 1;
    for (let index = 0; index < name.length; index += 1) {
      const code = name.charCodeAt(index);
      const known: Node = node.next.get(code) ?? { next: new Map(), entries: [] };
      node.next.set(code, known);
      node = known;
    }
    if (!node.entries.some((other) => other.kind === entry.kind && other.id === entry.id))
      node.entries.push(entry);
  }
  return (text) => scan(fold(text), root, openings);
}

const OPENINGS = 1 << 18;

/** A number for the first characters of a name: most places of a text open none, which one look tells. */
function openingAt(text: string, start: number, length: number): number {
  let number = length;
  for (let index = start; index < start + length; index += 1)
    number = (Math.imul(number, 131) + text.charCodeAt(index)) & (OPENINGS - 1);
  return number;
}

function scan(folded: string, root: Node, openings: Uint8Array): Hit[] {
  const hits: Hit[] = [];
  let index = 0;
  while (index < folded.length) {
    const opens = openings[openingAt(folded, index, 3)] === 1 || openings[openingAt(folded, index, 2)] === 1;
    const found = opens ? longestAt(folded, index, root) : null;
    if (found === null) {
      index += 1;
      continue;
    }
    for (const entry of found.entries) hits.push({ entry, start: index, end: found.end });
    index = found.end;
  }
  return hits;
}

function longestAt(folded: string, start: number, root: Node): { entries: Entry[]; end: number } | null {
  const startsInsideWord =
    isWordCharacter(folded.charCodeAt(start)) && isWordCharacter(folded.charCodeAt(start - 1));
  if (startsInsideWord) return null;
  let best: { entries: Entry[]; end: number } | null = null;
  let node: Node | undefined = root;
  for (let end = start; end < folded.length; end += 1) {
    node = node.next.get(folded.charCodeAt(end));
    if (node === undefined) break;
    if (node.entries.length === 0) continue;
    const [here, after] = [folded.charCodeAt(end), folded.charCodeAt(end + 1)];
    const insideWord = isWordCharacter(here) && isWordCharacter(after);
    // "Qwen3" is the family Qwen with a version; "GPTs" is not GPT.
    const versionFollows = isLetter(here) && isDigit(after);
    if (!insideWord || versionFollows) best = { entries: node.entries, end: end + 1 };
  }
  return best;
}

/** Version words that may follow a family's name in a text: `Qwen` + `3.7-Max`. */
const VERSION_TAIL =
  /^[\s-]?(?:v|k|m|r|x|t)?\d+(?:\.\d+)*[a-z]?(?:[\s-](?:pro|max|plus|turbo|flash|lite|mini|nano|ultra|preview|coder|vl|omni|image|thinking|instruct|think|code|fast|ocr|i2v|t2v|sonnet|opus|haiku|32b|72b|7b|14b|70b|8b|405b|235b|671b))*(?![a-z0-9])/i;

/** Words of size that follow a family's name without a number, with a capital: `Mistral Small`. */
const SIZE_TAIL =
  /^[ -](?:Small|Medium|Large|Mini|Nano|Pro|Max|Flash|Lite|Turbo|Ultra|Haiku|Sonnet|Opus)(?:[ -]\d+(?:\.\d+)*)?\b/;

/** The model's name as the text writes it, version included. */
export function nameAsWritten(text: string, start: number, end: number): { name: string; end: number } {
  const rest = text.slice(end, end + 40);
  const tail = (VERSION_TAIL.exec(rest) ?? SIZE_TAIL.exec(rest))?.[0] ?? '';
  return { name: text.slice(start, end + tail.length), end: end + tail.length };
}
