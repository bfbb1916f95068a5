import type { MapExporter } from '@tokenholic/battlemap';
import { renderSkylineSvg } from '@tokenholic/presentation';

/** A map as a file. The drawing libraries are loaded with the first picture, not at start. */
export const exportMap: MapExporter = async (map, format, options) => {
  if (format === 'json') return Buffer.from(`${JSON.stringify(map, null, 2)}\n`);
  if (format === 'svg') return Buffer.from(renderSkylineSvg(map, options));
  const documents = await import('@tokenholic/presentation/documents');
  switch (format) {
    case 'html':
      return Buffer.from(documents.mapToHtml(map, options));
    case 'png':
      return documents.mapToPng(map, options);
    case 'pdf':
      return documents.mapToPdf(map, options);
    case 'pptx':
      return documents.mapToPptx(map, options);
    case 'xlsx':
      return documents.mapToXlsx(map, options);
  }
};
