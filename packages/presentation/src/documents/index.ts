export { renderMapSvg } from '../picture/svg.ts';
export { BOLD_FONT, REGULAR_FONT } from './fonts.ts';
export { mapToHtml } from './html.ts';
export { mapToPdf } from './pdf.ts';
export { svgToPdf, svgToPng } from './picture.ts';
export { mapToPng } from './png.ts';
export { mapToPptx } from './pptx.ts';
export { mapToXlsx } from './xlsx.ts';
