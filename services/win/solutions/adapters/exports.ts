import type { Language, Solution, SolutionVersion } from '@tokenholic/contracts';
import { renderDiagramSvg } from '@tokenholic/presentation/diagram';
import { toMarkdown } from './markdown.ts';
import { reportOf } from './report.ts';

export const EXPORT_FORMATS = ['md', 'docx', 'pdf', 'pptx', 'svg'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const OFFICE = 'application/vnd.openxmlformats-officedocument';
export const MEDIA_TYPES: Record<ExportFormat, string> = {
  md: 'text/markdown; charset=utf-8',
  docx: `${OFFICE}.wordprocessingml.document`,
  pdf: 'application/pdf',
  pptx: `${OFFICE}.presentationml.presentation`,
  svg: 'image/svg+xml',
};

/** A version as a file; `svg` is its architecture alone. The drawing libraries are loaded with the first document that needs them. */
export async function exportSolution(
  solution: Solution,
  version: SolutionVersion,
  format: ExportFormat,
  language: Language,
): Promise<Uint8Array> {
  if (format === 'svg')
    return Buffer.from(renderDiagramSvg(version.content.diagram, { language, theme: 'light' }).svg);
  const report = reportOf(solution, version, language);
  if (format === 'md') return Buffer.from(toMarkdown(report));
  if (format === 'docx') return (await import('./docx.ts')).toDocx(report);
  const documents = await import('@tokenholic/presentation/reports');
  return format === 'pdf' ? documents.reportToPdf(report) : documents.reportToPptx(report);
}
