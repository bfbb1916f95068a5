import { guardedLookup, isAppError } from '@tokenholic/kit';
import { Agent, type Dispatcher, request } from 'undici';
import { gatheringFailure } from '../../domain/gathering/failures.ts';
import { siteOf } from '../../domain/gathering/links.ts';
import { parseRobots, type Robots } from '../../domain/gathering/robots.ts';
import { checkUrl } from './guard.ts';

export const USER_AGENT = 'TokenholicBot/0.1 (+https://tokenholic.example/bot)';
export const AGENT_TOKEN = 'tokenholicbot';

export interface FetcherOptions {
  /** `host:port` that may be reached although it is private: the demo switch. */
  allowedPrivateHosts: readonly string[];
  now: () => number;
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** One request a second and site; tests set it lower for their own host only. */
  minimumIntervalMilliseconds?: (site: string) => number;
  /** When each site may be asked next; handed in where several fetchers share one politeness. */
  turns?: Map<string, number>;
  maximumBytes?: number;
  timeoutMilliseconds?: number;
}

export interface Fetched {
  url: string;
  status: number;
  mediaType: string;
  /** The charset the server names. */
  charset: string | null;
  bytes: Uint8Array;
}

export interface FetchOptions {
  signal: AbortSignal;
  headers?: Record<string, string>;
  /** APIs have their own rules instead of robots.txt. */
  ignoreRobots?: boolean;
  /** Sent by POST as a form; a redirect is then followed without it. */
  form?: Record<string, string>;
  /** Larger than usual, for reports that run to hundreds of pages. */
  maximumBytes?: number;
}

export interface Fetcher {
  fetch(url: string, options: FetchOptions): Promise<Fetched>;
  /** Null when the site has none or forbids nothing. */
  robots(url: string, signal: AbortSignal): Promise<Robots>;
  close(): Promise<void>;
}

const MAXIMUM_REDIRECTS = 5;
const POLITE_INTERVAL = 1_000;
/** Nothing larger is read, whoever asks. */
const LARGEST_BYTES = 40_000_000;

const LET_GO = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/** Fetches pages of the open web: polite, bounded, and never into a private network. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const allowed = new Set(options.allowedPrivateHosts);
  const allowedNames = new Set(
    options.allowedPrivateHosts.map((host) => host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')),
  );
  const timeout = options.timeoutMilliseconds ?? 15_000;
  const agent = new Agent({
    connect: { lookup: guardedLookup((name) => allowedNames.has(name)), timeout: Math.min(5_000, timeout) },
    headersTimeout: timeout,
    bodyTimeout: timeout,
    maxResponseSize: LARGEST_BYTES,
  });
  const usualBytes = options.maximumBytes ?? 8_000_000;
  const nextTurn = options.turns ?? new Map<string, number>();
  const known = new Map<string, Promise<Robots>>();

  const waitTurn = async (url: string, signal: AbortSignal) => {
    const site = siteOf(url);
    const interval = options.minimumIntervalMilliseconds?.(site) ?? POLITE_INTERVAL;
    const at = Math.max(options.now(), nextTurn.get(site) ?? 0);
    nextTurn.set(site, at + interval);
    if (at > options.now()) await options.sleep(at - options.now(), signal);
  };

  const hop = async (url: string, fetchOptions: FetchOptions): Promise<Dispatcher.ResponseData> => {
    checkUrl(url, allowed);
    await waitTurn(url, fetchOptions.signal);
    const signal = AbortSignal.any([fetchOptions.signal, AbortSignal.timeout(timeout)]);
    const headers = {
      'user-agent': USER_AGENT,
      accept: 'text/html,application/xhtml+xml,application/pdf,text/plain,*/*;q=0.5',
      ...fetchOptions.headers,
    };
    const { form } = fetchOptions;
    const sent =
      form === undefined
        ? { headers }
        : {
            method: 'POST' as const,
            headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
            body: new URLSearchParams(form).toString(),
          };
    const send = () => request(url, { dispatcher: agent, signal, ...sent });
    try {
      return await send().catch((error: unknown) => {
        if (form === undefined && wasLetGo(error)) return send();
        throw error;
      });
    } catch (error) {
      throw explain(error, fetchOptions.signal);
    }
  };

  const follow = async (start: string, first: FetchOptions): Promise<Fetched> => {
    let fetchOptions = first;
    const seen = new Set<string>();
    let url = start;
    for (let redirects = 0; redirects <= MAXIMUM_REDIRECTS; redirects += 1) {
      if (seen.has(url)) throw gatheringFailure('redirect_loop');
      seen.add(url);
      if (
        fetchOptions.ignoreRobots !== true &&
        !(await robots(url, fetchOptions.signal)).isAllowed(pathOf(url))
      ) {
        throw gatheringFailure('robots_forbid');
      }
      const response = await hop(url, fetchOptions);
      const location = response.headers.location;
      if (response.statusCode >= 300 && response.statusCode < 400 && typeof location === 'string') {
        await response.body.dump();
        if (!URL.canParse(location, url)) throw gatheringFailure('not_reachable');
        url = new URL(location, url).toString();
        const { form: _sent, ...plain } = fetchOptions;
        fetchOptions = plain;
        continue;
      }
      return readBody(url, response, fetchOptions.signal, fetchOptions.maximumBytes ?? usualBytes);
    }
    throw gatheringFailure('redirect_loop');
  };

  const robots = (url: string, signal: AbortSignal): Promise<Robots> => {
    const origin = new URL(url).origin;
    const loading = known.get(origin) ?? loadRobots(origin, signal);
    known.set(origin, loading);
    loading.catch(() => known.delete(origin));
    return loading;
  };

  /** RFC 9309: no file allows all, a server in trouble forbids all. */
  const loadRobots = async (origin: string, signal: AbortSignal): Promise<Robots> => {
    const file = await follow(`${origin}/robots.txt`, { signal, ignoreRobots: true });
    if (file.status >= 500) return { isAllowed: () => false, sitemaps: [] };
    if (file.status >= 400) return { isAllowed: () => true, sitemaps: [] };
    return parseRobots(new TextDecoder().decode(file.bytes), AGENT_TOKEN);
  };

  return { fetch: follow, robots, close: () => agent.close() };
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
}

async function readBody(
  url: string,
  response: Dispatcher.ResponseData,
  signal: AbortSignal,
  maximumBytes: number,
): Promise<Fetched> {
  const type = String(response.headers['content-type'] ?? '');
  try {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of response.body) {
      length += chunk.length;
      // Leaving the loop closes the connection.
      if (length > maximumBytes) throw gatheringFailure('page_too_large');
      chunks.push(chunk);
    }
    const bytes = Buffer.concat(chunks);
    return {
      url,
      status: response.statusCode,
      mediaType: type.split(';')[0]?.trim().toLowerCase() ?? '',
      charset: /charset=["']?([\w-]+)/i.exec(type)?.[1] ?? null,
      bytes,
    };
  } catch (error) {
    throw explain(error, signal);
  }
}

/** A site lets a kept connection go when it likes, also at the moment a page is asked for over it: a new one may answer. */
function wasLetGo(error: unknown): boolean {
  return error instanceof Error && 'code' in error && LET_GO.has(String(error.code));
}

/** Socket and time-out errors in words for the user; a cancelled run stays cancelled. */
function explain(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason ?? error;
  if (isAppError(error)) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const name = error instanceof Error ? error.name : '';
  if (code === 'EPRIVATE') return gatheringFailure('address_forbidden', error);
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return gatheringFailure('page_too_large', error);
  if (name === 'TimeoutError' || /TIMEOUT/.test(code)) return gatheringFailure('site_hangs', error);
  return gatheringFailure('not_reachable', error);
}
