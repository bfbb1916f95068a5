import type { Language } from '@tokenholic/contracts';

/** A line of text with the numbers of its sources and a word on what kind of statement it is. */
export interface ReportLine {
  text: string;
  sources: readonly string[];
  note: string | null;
}

export type ReportBlock =
  | { kind: 'lines'; lines: readonly ReportLine[] }
  | { kind: 'heading'; text: string }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }
  /** A drawing in vectors, and in words for those who cannot see it. */
  | { kind: 'picture'; svg: string; width: number; height: number; words: string };

/** A document without a format: what is said, in the order in which it is read. */
export interface Report {
  language: Language;
  title: string;
  subtitle: string;
  sections: readonly { heading: string; blocks: readonly ReportBlock[] }[];
  sources: { heading: string; items: readonly { number: string; text: string; link: string | null }[] };
}
