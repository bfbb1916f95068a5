/** What a page of the web says, read within the rules of its site and never from a private network. */
export interface ReadPage {
  url: string;
  title: string;
  text: string;
  publishedAt: string | null;
}

export type PageReader = (url: string, signal: AbortSignal) => Promise<ReadPage>;
