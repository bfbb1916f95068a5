/** Opens a page in a real browser somewhere else: for sites whose text only scripts write. */
export type PageRenderer = (url: string, signal: AbortSignal) => Promise<{ url: string; html: string }>;
