import { getDomain } from 'tldts';

const RELEVANT: readonly [RegExp, number][] = [
  [/\b(?:ai|llm|ml|model|agent|智能|大模型|人工智能)/i, 6],
  [/(?:tech|engineering|research|blog|技术|研究|博客)/i, 5],
  [/(?:case|customer|solution|product|案例|客户|方案|产品)/i, 3],
  [/(?:news|press|media|新闻|资讯|动态)/i, 3],
  [/(?:about|company|关于|简介)/i, 3],
  [/(?:career|job|hiring|join|招聘|加入)/i, 3],
  [/(?:investor|annual|report|年报|投资者)/i, 2],
];
const USELESS =
  /(?:login|signin|sign-in|signup|register|cart|checkout|privacy|terms|cookie|unsubscribe|wp-admin|\/tag\/|\/feed|mailto:|javascript:|tel:)|\.(?:png|jpe?g|gif|svg|webp|ico|css|js|json|zip|gz|mp4|mp3|woff2?|exe|dmg)(?:$|\?)/i;

/** One address for one page: no fragment, no tracking, no default page name. */
export function canonicalUrl(address: string, base?: string): string | null {
  if (!URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  for (const name of [...url.searchParams.keys()])
    if (/^(?:utm_|fbclid|gclid|spm|from$|ref$)/i.test(name)) url.searchParams.delete(name);
  url.pathname = url.pathname.replace(/\/index\.(?:html?|php)$/i, '/');
  return url.toString();
}

/** Links worth following, best first: same registrable domain (or same host for bare addresses), likely to speak of AI. */
export function rankLinks(links: readonly { url: string; label: string }[], home: string): string[] {
  const scored = new Map<string, number>();
  for (const { url, label } of links) {
    const address = canonicalUrl(url, home);
    if (address === null || USELESS.test(address) || !isSameSite(address, home)) continue;
    const score = RELEVANT.reduce(
      (sum, [pattern, points]) => sum + (pattern.test(`${new URL(address).pathname} ${label}`) ? points : 0),
      1,
    );
    scored.set(address, Math.max(score, scored.get(address) ?? 0));
  }
  return [...scored].sort((a, b) => b[1] - a[1]).map(([address]) => address);
}

export function isSameSite(a: string, b: string): boolean {
  return siteOf(a) === siteOf(b);
}

/** The registrable domain, or host and port where there is none (addresses, localhost). */
export function siteOf(address: string): string {
  return getDomain(address) ?? new URL(address).host;
}
