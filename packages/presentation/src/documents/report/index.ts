export { FONT_FAMILY, svgToPng } from './picture-png.ts';
export type { Report, ReportBlock, ReportLine } from './report.ts';
export { reportToPdf } from './report-pdf.ts';
export { reportToPptx, withFont } from './report-pptx.ts';
