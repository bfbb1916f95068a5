import { readHtml } from '@tokenholic/documents';

/** An opening as its board publishes it. */
export interface Opening {
  title: string;
  url: string;
  text: string;
  /** `YYYY-MM-DD`, or null when the board does not say. */
  date: string | null;
  /** Who offers it, when the board says so. */
  company: string | null;
}

/** Boards escape their HTML once more: `&lt;p&gt;`. */
export function plain(html: string): string {
  const escaped = /&lt;\/?[a-z]/i.test(html) && !/<[a-z]/i.test(html);
  const once = escaped
    ? html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    : html;
  return readHtml(`<html><body><main>${once}</main></body></html>`).text;
}

/** `YYYY-MM-DD` of a moment, or null when there is none. */
export const day = (value: string | number | null | undefined): string | null => {
  const date = new Date(value ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
};
