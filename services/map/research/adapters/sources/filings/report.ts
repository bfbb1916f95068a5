/** A report to the public, before it is read. */
export interface Report {
  url: string;
  title: string;
  /** `YYYY-MM-DD`, or null when it is not known. */
  date: string | null;
}
