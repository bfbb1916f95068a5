import type { BattleMap } from '@tokenholic/contracts';
import type { PictureOptions } from '../picture/pen.ts';
import { renderMapSvg } from '../picture/svg.ts';
import { FONT_FAMILY } from './fonts.ts';
import { svgToPng } from './picture.ts';

/** The picture at twice its size, drawn without a browser. */
export async function mapToPng(map: BattleMap, options: PictureOptions): Promise<Uint8Array> {
  const { width = 1_440, height = 900 } = options;
  return svgToPng({ svg: renderMapSvg(map, { ...options, fontFamily: FONT_FAMILY }), width, height });
}
