import type { MapExporter } from '@tokenholic/battlemap';

/** A map as a file. The drawing libraries are loaded with the first picture, not at start. */
export const exportMap: MapExporter = async (map, format, options) => {
  if (format === 'json') return Buffer.from(`${JSON.stringify(map, null, 2)}\n`);
  const documents = await import('@tokenholic/presentation/documents');
  switch (format) {
    case 'svg':
      return Buffer.from(documents.renderMapSvg(map, options));
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
