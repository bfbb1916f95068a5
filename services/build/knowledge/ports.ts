export type { Embedder } from '@tokenholic/embeddings';

/** What a page of the web says, read within the rules of its site and never from a private network. */
export interface ReadPage {
  url: string;
  title: string;
  text: string;
  publishedAt: string | null;
}

export type PageReader = (url: string, signal: AbortSignal) => Promise<ReadPage>;

/** A page that a sitemap names. */
export interface ListedPage {
  url: string;
  /** When it last changed, as the sitemap says; null when it does not. */
  lastModified: string | null;
}

/** Reads a sitemap, or the sitemaps an index names, by the same rules as pages. */
export type SitemapReader = (url: string, signal: AbortSignal) => Promise<ListedPage[]>;

/** Weighs found passages once more, by a model made for that. */
export interface Reranker {
  readonly id: string;
  /** How well each text answers, in the order of the texts; comparable within one question only. */
  rerank(question: string, texts: readonly string[]): Promise<number[]>;
}
