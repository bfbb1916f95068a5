import type { BattleMap, Language } from '@tokenholic/contracts';
import type { Theme } from '@tokenholic/presentation';

export const EXPORT_FORMATS = ['json', 'png', 'pdf', 'svg', 'html', 'pptx', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportOptions {
  language: Language;
  theme: Theme;
  /** Of a PDF: A4 landscape, or 16:9 for a screen. */
  paper: 'a4' | 'wide';
  /** Which form of the map the picture shows. */
  view: 'skyline' | 'treemap';
}

/** Turns a map into a file's bytes. */
export type MapExporter = (
  map: BattleMap,
  format: ExportFormat,
  options: ExportOptions,
) => Promise<Uint8Array>;
