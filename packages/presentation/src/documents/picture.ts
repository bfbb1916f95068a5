import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';
import svgToPdfkit from 'svg-to-pdfkit';
import { BOLD_FONT, FONT_FAMILY, REGULAR_FONT } from './fonts.ts';

const SCALE = 2;

export interface Picture {
  /** A whole SVG; its text is drawn in the product's own fonts. */
  svg: string;
  /** In the units of the SVG. */
  width: number;
  height: number;
  title: string;
}

/** Any picture at twice its size, drawn without a browser. The SVG names `Tokenholic Sans` as its font. */
export async function svgToPng({ svg, width, height }: Omit<Picture, 'title'>): Promise<Uint8Array> {
  if (!GlobalFonts.has(FONT_FAMILY)) {
    GlobalFonts.registerFromPath(REGULAR_FONT, FONT_FAMILY);
    GlobalFonts.registerFromPath(BOLD_FONT, FONT_FAMILY);
  }
  const image = await loadImage(Buffer.from(svg));
  image.width = width * SCALE;
  image.height = height * SCALE;
  const canvas = createCanvas(width * SCALE, height * SCALE);
  canvas.getContext('2d').drawImage(image, 0, 0, width * SCALE, height * SCALE);
  return canvas.encode('png');
}

/** The same as one page of vectors, of the picture's own proportions. */
export async function svgToPdf({ svg, width, height, title }: Picture): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: [width, height],
    margin: 0,
    info: { Title: title, Creator: 'Tokenholic' },
    font: REGULAR_FONT,
  });
  document.registerFont('regular', REGULAR_FONT).registerFont('bold', BOLD_FONT);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve, reject) => {
    document.on('end', () => resolve());
    document.on('error', reject);
  });
  svgToPdfkit(document, svg, 0, 0, {
    assumePt: true,
    fontCallback: (_family: string, bold: boolean) => (bold ? 'bold' : 'regular'),
  });
  document.end();
  await finished;
  return Buffer.concat(chunks);
}
