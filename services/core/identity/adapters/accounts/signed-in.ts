import type { IncomingHttpHeaders } from 'node:http';
import type { Auth } from './auth.ts';
import { createMemory } from './memory.ts';

export interface SignedInSession {
  sessionId: string;
  personId: string;
}

/** Whose session a request carries. Every request and every event to a browser asks, so the answer is kept for a moment. */
export function createSignedIn(auth: Auth, now: () => number) {
  const known = createMemory<SignedInSession | null>(now);
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
      return known.remember(cookie, () => lookUp(cookie));
    },
    /** After anything that ends sessions. */
    forget: () => known.forget(),
  };
}

export type SignedIn = ReturnType<typeof createSignedIn>;

/** The session's cookie alone: other cookies of the browser neither count nor make a second entry. */
function sessionCookie(header: string | undefined): string | null {
  const match = /(?:^|;\s*)((?:__Secure-)?tokenholic\.session_token=[^;]+)/.exec(header ?? '');
  return match?.[1] ?? null;
}
