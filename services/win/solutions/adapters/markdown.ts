import type { Report, ReportBlock, ReportLine } from '@tokenholic/presentation/reports';

/** Characters that Markdown or HTML would read as something else. */
const plain = (text: string) =>
  text.replace(/[\\`*_[\]<>#|]/g, (character) => `\\${character}`).replace(/\n/g, ' ');

/** A report as Markdown with numbered sources; pictures are told in words. */
export function toMarkdown({ title, subtitle, sections, sources }: Report): string {
  return [
    ...[`# ${plain(title)}`, '', plain(subtitle), ''],
    ...sections.flatMap(({ heading, blocks }) => [`## ${plain(heading)}`, '', ...blocks.flatMap(write)]),
    ...[`## ${plain(sources.heading)}`, ''],
    ...sources.items.map(({ number, text }) => `${number}. ${plain(text)}`),
    '',
  ].join('\n');
}

function write(block: ReportBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [`### ${plain(block.text)}`, ''];
    case 'lines':
      return [...block.lines.map((line) => `- ${sentence(line)}`), ''];
    case 'table':
      return [row(block.head), `|${block.head.map(() => '---|').join('')}`, ...block.rows.map(row), ''];
    case 'picture':
      return [plain(block.words), ''];
  }
}

const row = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`;

function sentence({ text, sources, note }: ReportLine): string {
  const marks = sources.map((number) => `[${number}]`).join('');
  return `${plain(text)}${marks === '' ? '' : ` ${marks}`}${note === null ? '' : ` (${note})`}`;
}
