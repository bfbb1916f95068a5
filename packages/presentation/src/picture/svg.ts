import type { BattleMap } from '@tokenholic/contracts';
import { drawSkyline } from '../skyline/draw-skyline.ts';
import { drawTreemap } from '../treemap/draw-treemap.ts';
import { drawFigures, drawFoot, drawHead, FOOT, HEAD, MARGIN } from './frame.ts';
import { escapeXml, openPen, type PictureOptions } from './pen.ts';

/** Room for the figures above a picture that has no sky, px. */
const FIGURES = 118;

/** The whole picture as one standalone SVG: headline, legend, figures, the map in the form asked for and where it comes from. */
export function renderMapSvg(map: BattleMap, options: PictureOptions): string {
  const { language, view = 'skyline', width = 1_440, height = 900 } = options;
  const family = options.fontFamily ?? 'Geist, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif';
  const parts: string[] = [];
  const pen = openPen(options, parts);
  drawHead(map, pen, view);
  const board = { width: width - 2 * MARGIN - 12, height: height - HEAD - FOOT };
  if (view === 'treemap') {
    drawFigures(map, pen, { x: MARGIN, y: HEAD });
    parts.push(`<g transform="translate(${MARGIN} ${HEAD + FIGURES})">`);
    drawTreemap(map, { width: width - 2 * MARGIN, height: board.height - FIGURES }, pen);
    parts.push('</g>');
  } else {
    parts.push(`<g transform="translate(${MARGIN} ${HEAD})">`);
    const sky = drawSkyline(map, board, pen);
    parts.push('</g>');
    drawFigures(
      map,
      pen,
      sky === null ? { x: width - MARGIN - 600, y: 34 } : { x: MARGIN + sky.x, y: HEAD + 6 },
    );
  }
  drawFoot(map, pen, height);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(family)}" role="img" aria-label="${escapeXml(map.headline.text[language])}">`,
    `<rect width="${width}" height="${height}" fill="${pen.colors.paper}"/>`,
    ...parts,
    '</svg>',
  ].join('\n');
}
