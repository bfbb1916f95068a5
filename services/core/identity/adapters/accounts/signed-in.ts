import type { IncomingHttpHeaders } from 'node:http';
import { eq } from 'drizzle-orm';
import { sessions } from '../../tables-accounts.ts';
import type { Auth } from './auth.ts';
import type { AccountsDatabase } from './database.ts';
import { createMemory } from './memory.ts';

export interface SignedInSession {
  sessionId: string;
  personId: string;
  /** Two-step sign-in is on. */
  twoFactor: boolean;
}

interface Known extends SignedInSession {
  usedAt: Date;
}

const MINUTE_MS = 60_000;
/** How long a given password counts for what cannot be undone; signing in counts as giving it. */
export const CONFIRMED_MINUTES = 10;

type Asked = Pick<IncomingHttpHeaders, 'cookie' | 'upgrade'>;

/** Whose session a request carries. Every request and every event to a browser asks, so the answer is kept for a moment. */
export function createSignedIn(
  auth: Auth,
  db: AccountsDatabase,
  { now, idleMinutes }: { now: () => Date; idleMinutes: number },
) {
  const known = createMemory<Known | null>(() => now().getTime());
  // When a session was last used, as far as this process wrote it down.
  const used = new Map<string, Date>();
  const lookUp = async (cookie: string): Promise<Known | null> => {
    const found = await auth.api.getSession({
      headers: new Headers({ cookie }),
      query: { disableRefresh: true },
    });
    if (found === null) return null;
    const { session, user } = found;
    return {
      ...{ sessionId: session.id, personId: user.id, twoFactor: user.twoFactorEnabled === true },
      usedAt: session.updatedAt,
    };
  };
  const noteUse = async ({ sessionId, usedAt }: Known): Promise<void> => {
    const at = now();
    const last = used.get(sessionId) ?? usedAt;
    if (at.getTime() - last.getTime() < MINUTE_MS) return;
    used.set(sessionId, at);
    await db.update(sessions).set({ updatedAt: at }).where(eq(sessions.id, sessionId));
  };
  return {
    find: async (headers: Asked): Promise<SignedInSession | null> => {
      const cookie = sessionCookie(headers.cookie);
      if (cookie === null) return null;
      const found = await known.remember(cookie, () => lookUp(cookie));
      if (found === null || idleMinutes === 0) return found;
      const last = Math.max(found.usedAt.getTime(), used.get(found.sessionId)?.getTime() ?? 0);
      if (now().getTime() - last > idleMinutes * MINUTE_MS) {
        await db.delete(sessions).where(eq(sessions.id, found.sessionId));
        used.delete(found.sessionId);
        known.forget();
        return null;
      }
      // An open page that only listens is not use.
      if (headers.upgrade === undefined) await noteUse(found);
      return found;
    },
    /** Whether the password was given within the last minutes, by signing in or again. */
    isConfirmed: async (headers: Asked): Promise<boolean> => {
      const cookie = sessionCookie(headers.cookie);
      const found = cookie === null ? null : await known.remember(cookie, () => lookUp(cookie));
      if (found === null) return false;
      const { createdAt, confirmedAt } = sessions;
      const [row] = await db
        .select({ createdAt, confirmedAt })
        .from(sessions)
        .where(eq(sessions.id, found.sessionId));
      const given = Math.max(row?.createdAt.getTime() ?? 0, row?.confirmedAt?.getTime() ?? 0);
      return now().getTime() - given <= CONFIRMED_MINUTES * MINUTE_MS;
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

/** What stands in the cookie before its signature, as the table of sessions has it. */
export function sessionToken(header: string | undefined): string | null {
  const value = sessionCookie(header)?.split('=').slice(1).join('=');
  return value === undefined ? null : (decodeURIComponent(value).split('.')[0] ?? null);
}
