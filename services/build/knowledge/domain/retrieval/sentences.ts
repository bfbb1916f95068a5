/** A part of a text, in UTF-16 units: `text.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
}

// Ends: a Chinese full stop; a full stop before a space and what can open a sentence; a line break.
const END = /[。！？；]["”’」）)]*|[.!?]["”’)\]]*(?=\s+["“‘'([]*[\p{Lu}\p{N}\p{Script=Han}])|\n+/gu;

/** Sentences with their place in the text; white space around them is left out. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  const add = (until: number) => {
    const part = text.slice(from, until);
    const lead = part.length - part.trimStart().length;
    const body = part.trim();
    if (body !== '') spans.push({ start: from + lead, end: from + lead + body.length });
    from = until;
  };
  for (const match of text.matchAll(END)) add(match.index + match[0].length);
  add(text.length);
  return spans;
}
