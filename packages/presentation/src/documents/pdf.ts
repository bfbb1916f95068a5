import type { BattleMap } from '@tokenholic/contracts';
import PDFDocument from 'pdfkit';
import svgToPdf from 'svg-to-pdfkit';
import type { PictureOptions } from '../picture/pen.ts';
import { renderMapSvg } from '../picture/svg.ts';
import { BOLD_FONT, REGULAR_FONT } from './fonts.ts';
import { numberPages, writeEvidence } from './pdf-evidence.ts';

/** Pages in points: A4 landscape to print, 16:9 to show. */
const PAPERS = { a4: { width: 841.89, height: 595.28 }, wide: { width: 960, height: 540 } } as const;
export type Paper = keyof typeof PAPERS;
const MARGIN = 40;
const PICTURE_WIDTH = 1_440;

/** Page one is the picture in vectors; then each use case with its models, why its numbers are what they are, and the evidence. */
export async function mapToPdf(
  map: BattleMap,
  { paper = 'a4', ...options }: PictureOptions & { paper?: Paper },
): Promise<Uint8Array> {
  const { language } = options;
  const page = PAPERS[paper];
  const document = new PDFDocument({
    size: [page.width, page.height],
    margin: MARGIN,
    info: { Title: map.headline.text[language], Creator: 'Tokenholic' },
    lang: language === 'zh' ? 'zh-CN' : 'en',
    font: REGULAR_FONT,
    bufferPages: true,
  });
  document.registerFont('regular', REGULAR_FONT).registerFont('bold', BOLD_FONT);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => {
    document.on('end', () => resolve());
    document.on('error', reject);
  });
  const svg = renderMapSvg(map, {
    ...options,
    width: PICTURE_WIDTH,
    height: Math.round((PICTURE_WIDTH * page.height) / page.width),
  });
  document.save().scale(page.width / PICTURE_WIDTH);
  svgToPdf(document, svg, 0, 0, {
    assumePt: true,
    fontCallback: (_family: string, bold: boolean) => (bold ? 'bold' : 'regular'),
  });
  document.restore();
  writeEvidence(document, map, language);
  numberPages(document, map, language);
  document.end();
  await finished;
  return Buffer.concat(chunks);
}
