/** A document of the built-in base, written from the reference. */
export interface CuratedDocument {
  /** Stable: `product/bailian`. */
  key: string;
  title: string;
  origin: string | null;
  asOf: string | null;
  /** Markdown: headings, paragraphs, tables. */
  body: string;
}

/** Joins the parts that there are. */
export const lines = (...parts: readonly (string | null | false)[]) =>
  parts.filter((part): part is string => typeof part === 'string' && part !== '').join('\n');
