import type { Kit } from '@tokenholic/kit';
import { lt } from 'drizzle-orm';
import { demoWithAccounts } from '../../domain/account-failures.ts';
import { people, sessions, verifications } from '../../tables-accounts.ts';
import type { Accounts } from './accounts.ts';
import { createAccountsDatabase } from './database.ts';

const DELIVER_EVERY_MS = 60_000;
const SWEEP_EVERY = 60;

/** Delivers waiting mail every minute and takes away what has ended every hour; the answer stops it. */
export function startAccounts(kit: Kit, accounts: Accounts): () => void {
  let rounds = 0;
  const round = async () => {
    await accounts.outbox.deliver();
    if (rounds++ % SWEEP_EVERY === 0) await sweep(kit, accounts);
  };
  const run = () =>
    void round().catch((error) => kit.logger.error({ err: error }, 'accounts could not be tidied'));
  const timer = setInterval(run, DELIVER_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

async function sweep(kit: Kit, { db, attempts, outbox }: Accounts): Promise<void> {
  await attempts.sweep();
  await outbox.sweep();
  await db.delete(sessions).where(lt(sessions.expiresAt, kit.now()));
  await db.delete(verifications).where(lt(verifications.expiresAt, kit.now()));
}

/** Demo mode lets everybody in without a password: never beside real accounts. */
export async function guardDemo(kit: Kit): Promise<void> {
  const rows = await createAccountsDatabase(kit).select({ id: people.id }).from(people).limit(1);
  if (rows.length > 0) throw demoWithAccounts();
}
