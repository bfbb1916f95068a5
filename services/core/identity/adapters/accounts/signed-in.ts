import type { IncomingHttpHeaders } from 'node:http';
import type { Auth } from './auth.ts';

export interface SignedInSession {
  sessionId: string;
  personId: string;
}

/** How long a look-up counts. A session that is revoked in another process ends after this at the latest. */
const REMEMBERED_MS = 10_000;
const MOST_REMEMBERED = 5_000;

/** Whose session a request carries. Every request and every event to a browser asks, so the answer is kept for a moment. */
export function createSignedIn(auth: Auth, now: () => number) {
  const known = new Map<string, { until: number; session: Promise<SignedInSession | null> }>();
  const lookUp = async (cookie: string): Promise<SignedInSession | null> => {
    const found = await auth.api.getSession({
      headers: new Headers({ cookie }),
      query: { disableRefresh: true },
    });
    return found === null ? null : { sessionId: found.session.id, personId: found.user.id };
  };
  return {
    find: (headers: Pick<IncomingHttpHeaders, 'cookie'>): Promise<SignedInSession | null> => {
      const cookie = sessionCookie(headers.cookie);
      if (cookie === null) return Promise.resolve(null);
      const remembered = known.get(cookie);
      if (remembered !== undefined && remembered.until > now()) return remembered.session;
      if (known.size >= MOST_REMEMBERED) known.clear();
      const session = lookUp(cookie);
      known.set(cookie, { until: now() + REMEMBERED_MS, session });
      session.catch(() => known.delete(cookie));
      return session;
    },
    /** After anything that ends sessions. */
    forget: () => known.clear(),
  };
}

export type SignedIn = ReturnType<typeof createSignedIn>;

/** The session's cookie alone: other cookies of the browser neither count nor make a second entry. */
function sessionCookie(header: string | undefined): string | null {
  const match = /(?:^|;\s*)((?:__Secure-)?tokenholic\.session_token=[^;]+)/.exec(header ?? '');
  return match?.[1] ?? null;
}
