import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import { BOLD_FONT, FONT_FAMILY, REGULAR_FONT } from '../fonts.ts';

const SCALE = 2;

export { FONT_FAMILY } from '../fonts.ts';

/** An SVG at twice its size as PNG, drawn without a browser. Its font family must be `FONT_FAMILY`. */
export async function svgToPng(svg: string, width: number, height: number): Promise<Uint8Array> {
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
