export { mapToHtml } from './html.ts';
export { mapToPdf } from './pdf.ts';
export { mapToPng } from './png.ts';
