import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas';
import type { BattleMap } from '@tokenholic/contracts';
import { type PictureOptions, renderSkylineSvg } from '../skyline/svg.ts';
import { BOLD_FONT, FONT_FAMILY, REGULAR_FONT } from './fonts.ts';

const SCALE = 2;

/** The picture at twice its size, drawn without a browser. */
export async function mapToPng(map: BattleMap, options: PictureOptions): Promise<Uint8Array> {
  if (!GlobalFonts.has(FONT_FAMILY)) {
    GlobalFonts.registerFromPath(REGULAR_FONT, FONT_FAMILY);
    GlobalFonts.registerFromPath(BOLD_FONT, FONT_FAMILY);
  }
  const { width = 1_440, height = 900 } = options;
  const svg = renderSkylineSvg(map, { ...options, fontFamily: FONT_FAMILY });
  const image = await loadImage(Buffer.from(svg));
  image.width = width * SCALE;
  image.height = height * SCALE;
  const canvas = createCanvas(width * SCALE, height * SCALE);
  canvas.getContext('2d').drawImage(image, 0, 0, width * SCALE, height * SCALE);
  return canvas.encode('png');
}
