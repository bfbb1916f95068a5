import type library from 'pptxgenjs';
import { themeColors } from '../../palette/palette.ts';
import { textWidth } from '../../skyline/text.ts';
import { FONT_FAMILY } from '../fonts.ts';
import { svgToPng } from '../picture.ts';
import type { Report, ReportBlock } from './report.ts';

/** A slide of 16 : 9 in pixels at 96 to the inch. */
const WIDTH = 1_280;
const HEIGHT = 720;
const MARGIN = 56;
const DPI = 96;
const TOP = 118;
const BOTTOM = HEIGHT - 60;
const SIZE = 17;
const colors = themeColors.light;

/** A piece of a slide that is never torn apart. */
interface Piece {
  height: number;
  text: library.default.TextProps[];
}

type Deck = library.default;

/** A report as slides: text that can be edited, native tables, pictures; a long section goes on over several slides. */
export async function reportToPptx(report: Report): Promise<Uint8Array> {
  const loaded = await import('pptxgenjs');
  // The library's types say that its class is the default of the default; where Node finds it depends on the module loaded.
  const Library: typeof loaded.default.default =
    'default' in loaded.default ? loaded.default.default : Object(loaded).default;
  const deck = new Library();
  const font = report.language === 'zh' ? 'Microsoft YaHei' : 'Arial';
  deck.layout = 'LAYOUT_WIDE';
  deck.title = report.title;
  deck.company = 'Tokenholic';
  deck.theme = { headFontFace: font, bodyFontFace: font };
  cover(deck, report, font);
  for (const { heading, blocks } of report.sections) await section(deck, report, font, heading, blocks);
  const items = report.sources.items.map(({ number, text }) => `[${number}] ${text}`);
  for (const [at, chunk] of chunked(items, 13).entries())
    slideOf(deck, report, font, nth(report.sources.heading, at)).addText(
      chunk.map((text) => ({ text: cut(text, 230), options: { breakLine: true } })),
      box(font, MARGIN, TOP - 6, WIDTH - MARGIN * 2, BOTTOM - TOP, { size: 11, color: colors.ink2 }),
    );
  const bytes = await deck.write({ outputType: 'nodebuffer' });
  if (!(bytes instanceof Uint8Array)) throw new Error('The deck was not written as bytes');
  return bytes;
}

const nth = (heading: string, at: number) => (at === 0 ? heading : `${heading} (${at + 1})`);
const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const chunked = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

function box(
  font: string,
  x: number,
  y: number,
  w: number,
  h: number,
  {
    size,
    color,
    bold = false,
    middle = false,
  }: { size: number; color: string; bold?: boolean; middle?: boolean },
): library.default.TextPropsOptions {
  const place = { x: x / DPI, y: y / DPI, w: w / DPI, h: h / DPI };
  const type = { fontFace: font, fontSize: Math.round(size * 7.5) / 10, color: color.slice(1), bold };
  return { ...place, ...type, valign: middle ? 'middle' : 'top', margin: 0, fit: 'shrink' };
}

function slideOf(deck: Deck, report: Report, font: string, heading: string) {
  const slide = deck.addSlide();
  slide.background = { color: colors.paper.slice(1) };
  slide.addText(
    heading,
    box(font, MARGIN, 40, WIDTH - MARGIN * 2, 54, { size: 30, color: colors.ink, bold: true, middle: true }),
  );
  slide.addText(
    `${report.title} · ${report.subtitle}`,
    box(font, MARGIN, HEIGHT - 40, WIDTH - MARGIN * 2, 22, { size: 11, color: colors.ink3 }),
  );
  return slide;
}

function cover(deck: Deck, { title, subtitle }: Report, font: string): void {
  const slide = deck.addSlide();
  slide.background = { color: colors.paper.slice(1) };
  const mark = { x: MARGIN / DPI, y: 2.35, w: 0.9, h: 0.09 };
  slide.addShape('rect', { ...mark, fill: { color: colors.mark.slice(1) }, line: { type: 'none' } });
  slide.addText(
    title,
    box(font, MARGIN, 250, WIDTH - MARGIN * 2, 190, { size: 44, color: colors.ink, bold: true }),
  );
  slide.addText(subtitle, box(font, MARGIN, 450, WIDTH - MARGIN * 2, 40, { size: 18, color: colors.ink2 }));
}

async function section(
  deck: Deck,
  report: Report,
  font: string,
  heading: string,
  blocks: readonly ReportBlock[],
): Promise<void> {
  let part = 0;
  let pieces: Piece[] = [];
  const next = () => slideOf(deck, report, font, nth(heading, part++));
  const flush = () => {
    if (pieces.length === 0) return;
    next().addText(
      pieces.flatMap(({ text }) => text),
      box(font, MARGIN, TOP, WIDTH - MARGIN * 2, BOTTOM - TOP, { size: SIZE, color: colors.ink }),
    );
    pieces = [];
  };
  const add = (some: readonly Piece[]) => {
    for (const piece of some) {
      const used = pieces.reduce((sum, { height }) => sum + height, 0);
      if (used + piece.height > BOTTOM - TOP) flush();
      pieces.push(piece);
    }
  };
  for (const block of blocks) {
    if (block.kind === 'lines' || block.kind === 'heading') add(piecesOf(block));
    else flush();
    if (block.kind === 'table')
      for (const rows of chunked(block.rows, 11)) addTable(next(), font, [block.head, ...rows]);
    if (block.kind === 'picture') {
      const { svg, width, height, words } = block;
      const bytes = await svgToPng({ svg: withFont(svg), width, height });
      const scale = Math.min((WIDTH - MARGIN * 2) / width, (BOTTOM - TOP) / height);
      const [w, h] = [width * scale, height * scale];
      next().addImage({
        data: `image/png;base64,${Buffer.from(bytes).toString('base64')}`,
        altText: words,
        ...{ x: (WIDTH - w) / 2 / DPI, y: TOP / DPI, w: w / DPI, h: h / DPI },
      });
    }
  }
  flush();
}

/** The canvas knows only the font that ships with the product. */
export const withFont = (svg: string) => svg.replace(/font-family="[^"]*"/, `font-family="${FONT_FAMILY}"`);

function piecesOf(block: Extract<ReportBlock, { kind: 'lines' | 'heading' }>): Piece[] {
  if (block.kind === 'heading')
    return [
      {
        height: 40,
        text: [{ text: block.text, options: { bold: true, breakLine: true, paraSpaceBefore: 8 } }],
      },
    ];
  return block.lines.map(({ text, sources, note }) => {
    const after = [...sources.map((number) => `[${number}]`), ...(note === null ? [] : [`(${note})`])].join(
      ' ',
    );
    const rows = Math.ceil(textWidth(`${text} ${after}`, SIZE, false) / (WIDTH - MARGIN * 2 - 40));
    const options = { bullet: true, paraSpaceAfter: 4 };
    return {
      height: rows * 25 + 8,
      text: [
        { text: after === '' ? text : `${text} `, options: { ...options, breakLine: after === '' } },
        ...(after === ''
          ? []
          : [{ text: after, options: { fontSize: 9, color: colors.ink3.slice(1), breakLine: true } }]),
      ],
    };
  });
}

function addTable(
  slide: ReturnType<typeof slideOf>,
  font: string,
  rows: readonly (readonly string[])[],
): void {
  slide.addTable(
    rows.map((cells, at) =>
      cells.map((text) => ({
        text,
        options: {
          bold: at === 0,
          color: (at === 0 ? colors.ink2 : colors.ink).slice(1),
          fill: { color: (at === 0 ? colors.sunken : colors.surface).slice(1) },
        },
      })),
    ),
    {
      ...{ x: MARGIN / DPI, y: TOP / DPI, w: (WIDTH - MARGIN * 2) / DPI, fontFace: font, fontSize: 12 },
      border: { type: 'solid', pt: 0.5, color: colors.line.slice(1) },
    },
  );
}
