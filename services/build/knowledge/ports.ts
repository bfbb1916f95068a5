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

/** Turns texts into vectors of meaning. */
export interface Embedder {
  /** Names model and version: vectors of different ids are never compared. */
  readonly id: string;
  readonly dimensions: number;
  /** Unit vectors, in the order of the texts. Queries and passages may be embedded differently. */
  embed(texts: readonly string[], kind: 'query' | 'passage'): Promise<Float32Array[]>;
}

/** Weighs found passages once more, by a model made for that. */
export interface Reranker {
  readonly id: string;
  /** How well each text answers, in the order of the texts; comparable within one question only. */
  rerank(question: string, texts: readonly string[]): Promise<number[]>;
}
