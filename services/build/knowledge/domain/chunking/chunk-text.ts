import { type Block, blocksOf } from './blocks.ts';

/** A passage: what is found, shown and cited. */
export interface ChunkDraft {
  heading: string[];
  page: number | null;
  text: string;
}

/** A readable size: about a screen of a phone. Chinese says as much with half the characters. */
const TARGET_WIDTH = 1_000;
/** A table is kept whole up to here; a longer one is cut between rows and its head is repeated. */
const MAXIMUM_WIDTH = 4_000;

/** Width of a text where a Chinese character counts as two. */
export function widthOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}

const samePlace = (first: Block, second: Block) =>
  first.page === second.page && first.heading.join('\n') === second.heading.join('\n');

/** Cuts a text into passages along its structure: never across headings or pages, tables whole. */
export function chunkText(text: string, pageStarts: readonly number[] = []): ChunkDraft[] {
  const chunks: ChunkDraft[] = [];
  let open: Block[] = [];
  let width = 0;
  const close = () => {
    const [first] = open;
    if (first !== undefined)
      chunks.push({
        heading: first.heading,
        page: first.page,
        text: open.map((block) => block.text).join('\n'),
      });
    open = [];
    width = 0;
  };
  for (const block of blocksOf(text, pageStarts).flatMap(split)) {
    const own = widthOf(block.text);
    const [first] = open;
    if (first !== undefined && (!samePlace(first, block) || width + own > TARGET_WIDTH)) close();
    open.push(block);
    width += own;
  }
  close();
  return chunks;
}

function split(block: Block): Block[] {
  const largest = block.kind === 'table' ? MAXIMUM_WIDTH : TARGET_WIDTH * 1.6;
  if (widthOf(block.text) <= largest) return [block];
  const parts = block.kind === 'table' ? splitTable(block.text, largest) : splitProse(block.text);
  return parts.map((text) => ({ ...block, text }));
}

function splitTable(text: string, largest: number): string[] {
  const [head = '', ...rows] = text.split('\n');
  const parts: string[] = [];
  let lines = [head];
  for (const row of rows) {
    if (lines.length > 1 && widthOf(lines.join('\n')) + widthOf(row) > largest) {
      parts.push(lines.join('\n'));
      lines = [head];
    }
    lines.push(row);
  }
  parts.push(lines.join('\n'));
  return parts;
}

function splitProse(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (const sentence of text.split(/(?<=[。！？；])|(?<=[.!?])\s+|\n/).flatMap(hardSplit)) {
    if (part !== '' && widthOf(part) + widthOf(sentence) > TARGET_WIDTH) {
      parts.push(part);
      part = '';
    }
    part += part === '' || /[。！？；]$/.test(part) ? sentence : ` ${sentence}`;
  }
  if (part !== '') parts.push(part);
  return parts;
}

/** A "sentence" without an end in sight is cut all the same. */
function hardSplit(sentence: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < sentence.length; at += TARGET_WIDTH)
    parts.push(sentence.slice(at, at + TARGET_WIDTH));
  return parts.filter((part) => part.trim() !== '');
}
