import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

const SLIDE = /^ppt\/slides\/slide(\d+)\.xml$/;
// In order and without attributes: what stands in <a:t> is text, what stands in <a:tr> a row.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: true,
  trimValues: false,
  processEntities: true,
});

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

function textOf(nodes: unknown): string {
  if (!Array.isArray(nodes)) return '';
  return nodes.map((node) => (isNode(node) ? textOfNode(node) : '')).join('');
}

function textOfNode(node: Node): string {
  const [name, children] = Object.entries(node)[0] ?? ['', null];
  if (name === '#text') return '';
  if (name === 'a:t')
    return (Array.isArray(children) ? children : [])
      .map((child) => (isNode(child) ? String(child['#text'] ?? '') : ''))
      .join('');
  if (name === 'a:tc') return `${textOf(children).replace(/\s+/g, ' ').trim()} | `;
  const inner = textOf(children);
  return name === 'a:p' || name === 'a:tr' || name === 'a:br' || name === 'p:sp' ? `${inner}\n` : inner;
}

/** One text a slide, in the order of the slides; the first line of a slide is its heading. */
export function readPptx(bytes: Uint8Array): string[] {
  const files = unzipSync(bytes, { filter: ({ name }) => SLIDE.test(name) });
  const number = (name: string) => Number(SLIDE.exec(name)?.[1] ?? 0);
  return Object.keys(files)
    .sort((first, second) => number(first) - number(second))
    .map((name) => {
      const text = textOf(parser.parse(strFromU8(files[name] ?? new Uint8Array())));
      const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      return lines.length === 0 ? '' : `# ${lines.join('\n')}`;
    });
}
