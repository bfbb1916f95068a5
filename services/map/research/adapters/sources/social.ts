import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { gatheringFailure } from '../../domain/gathering/failures.ts';
import { type SocialProfile, socialProfilesIn } from '../../domain/gathering/profiles-linked.ts';
import type { FoundPage } from '../../jobs/agents.ts';
import type { ReadOutwardLinks } from './outward-links.ts';
import { readJson } from './read-json.ts';
import { type Source, type SourceContext, toFoundPage } from './source.ts';
import { readWebPage } from './web-page.ts';

export interface SocialAddresses {
  bluesky: string;
  medium: string;
}

export const socialAddresses: SocialAddresses = {
  bluesky: 'https://public.api.bsky.app',
  medium: 'https://medium.com',
};

/**
 * The profiles a company links from its own site, where they may be read without an account: by the network's public interface where
 * there is one, else as a page if its robots.txt allows. Most networks do not; the report then says so.
 */
export function socialSource(links: ReadOutwardLinks, addresses: SocialAddresses): Source {
  return {
    id: 'social',
    kind: 'social',
    label: 'Bluesky, Medium, YouTube, LinkedIn, Weibo',
    read: async function* (context) {
      const profiles = socialProfilesIn((await links(context)).map(({ url }) => url));
      let refused: unknown = null;
      let read = 0;
      for (const profile of profiles) {
        try {
          yield await readProfile(profile, addresses, context);
          read += 1;
        } catch (error) {
          if (context.signal.aborted) throw error;
          refused ??= error;
        }
      }
      if (read === 0 && refused !== null) throw refused;
    },
  };
}

function readProfile(
  profile: SocialProfile,
  addresses: SocialAddresses,
  context: SourceContext,
): Promise<FoundPage> {
  if (profile.network === 'Bluesky') return readBluesky(profile, addresses.bluesky, context);
  if (profile.network === 'Medium') return readMedium(profile, addresses.medium, context);
  return readWebPage(profile.url, context, 'social').then(({ page }) => page);
}

const feedSchema = z.object({
  feed: z.array(
    z.object({ post: z.object({ record: z.object({ text: z.string(), createdAt: z.string() }) }) }),
  ),
});
const POSTS = 50;

async function readBluesky({ url }: SocialProfile, api: string, context: SourceContext): Promise<FoundPage> {
  const actor = url.split('/profile/')[1] ?? '';
  const query = new URLSearchParams({ actor, limit: String(POSTS), filter: 'posts_no_replies' });
  const { feed } = await readJson(
    `${api}/xrpc/app.bsky.feed.getAuthorFeed?${query}`,
    context,
    feedSchema,
    {},
    { obeysRobots: true },
  );
  const posts = feed.map(({ post: { record } }) => ({
    text: record.text,
    date: record.createdAt.slice(0, 10),
  }));
  return profilePage(url, `Bluesky ${actor}`, posts);
}

const parser = new XMLParser({ ignoreAttributes: true, processEntities: false, cdataPropName: 'cdata' });
const itemsSchema = z.object({
  rss: z.object({
    channel: z.object({
      item: z.preprocess(
        (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]),
        z.array(z.record(z.string(), z.unknown())),
      ),
    }),
  }),
});

async function readMedium(
  { url }: SocialProfile,
  address: string,
  context: SourceContext,
): Promise<FoundPage> {
  const sub = /^https?:\/\/([\w-]+)\.medium\.com/i.exec(url)?.[1];
  const account =
    sub !== undefined && sub !== 'www' ? `@${sub}` : (new URL(url).pathname.split('/')[1] ?? '');
  const fetched = await context.fetcher.fetch(`${address}/feed/${account}`, { signal: context.signal });
  if (fetched.status >= 400) throw gatheringFailure('not_reachable');
  const read = itemsSchema.safeParse(parser.parse(new TextDecoder().decode(fetched.bytes)));
  if (!read.success) throw gatheringFailure('source_failed', read.error);
  const posts = read.data.rss.channel.item.map((item) => ({
    text: [item.title, item['content:encoded'] ?? item.description].map(wordsOf).join('\n\n'),
    date: dayOf(wordsOf(item.pubDate)),
  }));
  return profilePage(url, `Medium ${account}`, posts);
}

function wordsOf(value: unknown): string {
  const text =
    typeof value === 'object' && value !== null && 'cdata' in value
      ? String(value.cdata)
      : String(value ?? '');
  return text
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function dayOf(text: string): string | null {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
}

function profilePage(
  url: string,
  title: string,
  posts: readonly { text: string; date: string | null }[],
): FoundPage {
  if (posts.length === 0) throw gatheringFailure('page_empty');
  const text = posts.map(({ text: words, date }) => `## ${date ?? ''}\n\n${words}`).join('\n\n');
  const publishedAt =
    posts
      .map(({ date }) => date ?? '')
      .sort()
      .at(-1) ?? '';
  return toFoundPage({
    url,
    title,
    text,
    publishedAt: publishedAt === '' ? null : publishedAt,
    sourceKind: 'social',
  });
}
