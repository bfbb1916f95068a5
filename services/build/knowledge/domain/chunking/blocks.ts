/** A piece of a document that reads as one: a paragraph, a list item, a table. */
export interface Block {
  kind: 'prose' | 'table';
  /** Headings above it, outermost first. */
  heading: string[];
  /** Page or slide, from 1; null when the document has none. */
  page: number | null;
  text: string;
}

const HEADING = /^(#{1,6})\s+(.+)$/;
const isRow = (line: string) => / \| |^\|.*\|$|\|\s*$/.test(line);
/** The line under a Markdown table's head says nothing. */
const isRule = (line: string) => /^[\s|:-]+$/.test(line) && line.includes('-');

/** Reads blocks in order with the headings and the page they stand under. */
export function blocksOf(text: string, pageStarts: readonly number[] = []): Block[] {
  const blocks: Block[] = [];
  const headings: { level: number; title: string }[] = [];
  let at = 0;
  let page = 0;
  let table = false;
  let fresh = true;
  for (const raw of text.split('\n')) {
    while ((pageStarts[page] ?? Number.POSITIVE_INFINITY) <= at) {
      page += 1;
      fresh = true;
    }
    at += raw.length + 1;
    const line = raw.trim();
    const heading = HEADING.exec(line);
    if (line === '' || heading !== null) fresh = true;
    if (heading !== null) {
      const level = heading[1]?.length ?? 1;
      while ((headings.at(-1)?.level ?? 0) >= level) headings.pop();
      headings.push({ level, title: (heading[2] ?? '').trim() });
    } else if (line !== '' && !isRule(line)) {
      const kind = isRow(line) ? 'table' : 'prose';
      const last = blocks.at(-1);
      // Lines of a table, and lines that a page merely breaks, belong together.
      if (!fresh && last !== undefined && table === (kind === 'table')) last.text += `\n${line}`;
      else
        blocks.push({
          kind,
          heading: headings.map(({ title }) => title),
          page: pageStarts.length === 0 ? null : page,
          text: line,
        });
      table = kind === 'table';
      fresh = false;
    }
  }
  return blocks;
}
