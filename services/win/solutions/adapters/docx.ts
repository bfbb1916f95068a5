import type { Language, LocalizedText, Solution, SolutionSentence } from '@tokenholic/contracts';
import type { Paragraph, Table } from 'docx';
import { yuan } from '../domain/parts/cost.ts';
import { words } from './export-words.ts';

type Library = typeof import('docx');
type Block = Paragraph | Table;

/** A solution as a Word document with headings, a table of costs and numbered sources. */
export async function toDocx(solution: Solution, language: Language): Promise<Buffer> {
  const library = await import('docx');
  const pen = createPen(library, language);
  const document = new library.Document({
    creator: 'Tokenholic',
    title: solution.title[language],
    styles: {
      default: { document: { run: { font: language === 'zh' ? 'Microsoft YaHei' : 'Arial', size: 21 } } },
    },
    sections: [{ children: blocksOf(solution, language, pen) }],
  });
  return library.Packer.toBuffer(document);
}

type Pen = ReturnType<typeof createPen>;

function createPen(library: Library, language: Language) {
  const { Paragraph, TextRun, HeadingLevel, Table, TableRow, TableCell, WidthType } = library;
  const word = words[language];
  const heading = (text: string, level: 'TITLE' | 'HEADING_1' | 'HEADING_2') =>
    new Paragraph({ text, heading: HeadingLevel[level] });
  const line = (text: string) => new Paragraph({ text, spacing: { after: 80 } });
  const item = (text: string) => new Paragraph({ text, bullet: { level: 0 } });
  const sentence = ({ text, standing, citations }: SolutionSentence) =>
    new Paragraph({
      bullet: { level: 0 },
      children: [
        new TextRun(text[language]),
        ...(standing === 'assumption' ? [new TextRun(` (${word.assumption})`)] : []),
        ...citations.map((id) => new TextRun({ text: ` [${id.slice(1)}]`, superScript: true })),
      ],
    });
  const table = (rows: readonly (readonly string[])[]) =>
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: rows.map(
        (cells, at) =>
          new TableRow({
            tableHeader: at === 0,
            children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
          }),
      ),
    });
  return { heading, line, item, sentence, table };
}

function blocksOf({ title, version }: Solution, language: Language, pen: Pen): Block[] {
  const { content } = version;
  const word = words[language];
  const section = (name: string, blocks: readonly Block[]) =>
    blocks.length === 0 ? [] : [pen.heading(name, 'HEADING_1'), ...blocks];
  const parts = (items: readonly { name: LocalizedText; sentences: readonly SolutionSentence[] }[]) =>
    items.flatMap(({ name, sentences }) => [
      pen.heading(name[language], 'HEADING_2'),
      ...sentences.map(pen.sentence),
    ]);
  const amount = (cny: number | null) => (cny === null ? word.unknown : yuan(cny));
  const rows = content.cost.rows.map(({ useCase, current, ours, currentCny, oursCny }) => [
    ...[useCase[language], current[language], amount(currentCny), ours, amount(oursCny)],
  ]);
  const engine = content.engine.via === 'model' ? (content.engine.model ?? '') : word.rules;
  return [
    pen.heading(title[language], 'TITLE'),
    pen.line(`${word.version} ${version.number} · ${version.at.slice(0, 10)} · ${engine}`),
    ...section(word.summary, content.summary.map(pen.sentence)),
    ...section(word.products, parts(content.products)),
    ...section(word.answers, parts(content.answers)),
    ...section(word.differences, parts(content.differences)),
    ...section(word.cost, [
      ...(rows.length === 0 ? [] : [pen.table([word.columns, ...rows])]),
      ...content.cost.sentences.map(pen.sentence),
    ]),
    ...section(
      word.steps,
      content.steps.flatMap(({ name, days, risk, sentences }) => [
        pen.heading(
          `${name[language]} (${days.low}–${days.high} ${word.days}, ${word.risk[risk]})`,
          'HEADING_2',
        ),
        ...sentences.map(pen.sentence),
      ]),
    ),
    ...section(word.cases, parts(content.cases)),
    ...section(
      word.questions,
      content.questions.map(({ text }) => pen.item(text[language])),
    ),
    ...section(
      word.sources,
      content.citations.map(({ id, title: source, heading, quote, origin, asOf }) =>
        pen.line(
          [
            `[${id.slice(1)}] ${source}`,
            ...heading,
            asOf ?? '',
            origin ?? '',
            quote === '' ? '' : `“${quote}”`,
          ]
            .filter((part) => part !== '')
            .join(' · '),
        ),
      ),
    ),
  ];
}
