export { FONT_FAMILY } from '../fonts.ts';
export { svgToPng } from '../picture.ts';
export type { Report, ReportBlock, ReportLine } from './report.ts';
export { reportToPdf } from './report-pdf.ts';
export { reportToPptx, withFont } from './report-pptx.ts';
