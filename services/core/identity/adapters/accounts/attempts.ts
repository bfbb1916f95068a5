import { createHash } from 'node:crypto';
import { eq, lt, sql } from 'drizzle-orm';
import { tooManyAttempts } from '../../domain/account-failures.ts';
import { type Count, type Limit, minutesToWait } from '../../domain/attempts.ts';
import { attempts } from '../../tables-accounts.ts';
import type { AccountsDatabase } from './database.ts';

/** Counts tries in the database, so that the limits hold over all processes and across restarts. */
export function createAttempts(db: AccountsDatabase, now: () => Date) {
  const read = async (limit: Limit, subject: string) => {
    const [row] = await db
      .select()
      .from(attempts)
      .where(eq(attempts.key, keyOf(limit, subject)));
    return row ?? null;
  };
  const count = async (limit: Limit, subject: string): Promise<Count> => {
    const windowEndsAt = new Date(now().getTime() + limit.seconds * 1_000);
    const over = sql`${attempts.windowEndsAt} <= ${now().toISOString()}::timestamptz`;
    const [row] = await db
      .insert(attempts)
      .values({ key: keyOf(limit, subject), count: 1, windowEndsAt })
      .onConflictDoUpdate({
        target: attempts.key,
        set: {
          count: sql`case when ${over} then 1 else ${attempts.count} + 1 end`,
          windowEndsAt: sql`case when ${over} then excluded.window_ends_at else ${attempts.windowEndsAt} end`,
        },
      })
      .returning();
    return row ?? { count: 1, windowEndsAt };
  };
  return {
    /** Refuses when the limit is reached already. */
    check: async (limit: Limit, subject: string): Promise<void> => {
      const minutes = minutesToWait(limit, await read(limit, subject), now());
      if (minutes > 0) throw tooManyAttempts(minutes);
    },
    count,
    /** Counts one try first and refuses it when it is one too many: tries that come at once cannot slip through together. */
    reserve: async (limit: Limit, subject: string): Promise<void> => {
      const counted = await count(limit, subject);
      if (counted.count <= limit.most) return;
      throw tooManyAttempts(minutesToWait(limit, counted, now()));
    },
    forget: async (limit: Limit, subject: string): Promise<void> => {
      await db.delete(attempts).where(eq(attempts.key, keyOf(limit, subject)));
    },
    /** Takes away windows that are over. */
    sweep: async (): Promise<void> => {
      await db.delete(attempts).where(lt(attempts.windowEndsAt, now()));
    },
  };
}

export type Attempts = ReturnType<typeof createAttempts>;

function keyOf(limit: Limit, subject: string): string {
  return createHash('sha256').update(`${limit.name}\n${subject.trim().toLowerCase()}`).digest('base64url');
}
