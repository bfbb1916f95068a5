import type { ListedPage } from '../../ports.ts';

export interface KeptPage {
  id: string;
  url: string;
  listedAt: string | null;
  missed: number;
  failed: boolean;
}

export interface SyncPlan {
  /** Pages that are new on the list. */
  added: ListedPage[];
  /** Pages to be read again: the list says they changed, says nothing of change, or the last reading failed. */
  again: { id: string; lastModified: string | null }[];
  /** Listed and unchanged since they were read. */
  unchanged: string[];
  /** Not listed this time. */
  missing: string[];
  /** Not listed for the second time in a row: these go. */
  gone: string[];
  /** Listed pages for which there is no room. */
  leftOut: number;
}

/** Pages kept of one sitemap. */
export const MOST_PAGES = 500;
/** A list that fails to name a page once may be a slip. */
const MISSED_UNTIL_GONE = 2;

/** Compares what a sitemap lists with what is kept of it. Pages of other sites than the sitemap's own are not listed at all. */
export function planSync(
  sitemap: string,
  listed: readonly ListedPage[],
  kept: readonly KeptPage[],
): SyncPlan {
  const { host } = new URL(sitemap);
  const own = new Map<string, ListedPage>();
  for (const page of listed)
    if (URL.canParse(page.url) && new URL(page.url).host === host && !own.has(page.url))
      own.set(page.url, page);
  const known = new Map(kept.map((page) => [page.url, page]));
  const unknown = [...own.values()].filter(({ url }) => !known.has(url));
  const absent = kept.filter(({ url }) => !own.has(url));
  const gone = absent.filter(({ missed }) => missed + 1 >= MISSED_UNTIL_GONE);
  const room = Math.max(0, MOST_PAGES - (kept.length - gone.length));
  const plan: SyncPlan = {
    ...{
      added: unknown.slice(0, room),
      again: [],
      unchanged: [],
      leftOut: Math.max(0, unknown.length - room),
    },
    ...{
      missing: absent.filter((page) => !gone.includes(page)).map(({ id }) => id),
      gone: gone.map(({ id }) => id),
    },
  };
  for (const { id, url, listedAt, failed } of kept) {
    const page = own.get(url);
    if (page === undefined) continue;
    const isSame = page.lastModified !== null && page.lastModified === listedAt && !failed;
    if (isSame) plan.unchanged.push(id);
    else plan.again.push({ id, lastModified: page.lastModified });
  }
  return plan;
}
