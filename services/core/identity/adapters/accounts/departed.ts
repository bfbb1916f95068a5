import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Kit, organizationDeparted, type SealedTable, type Vault } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { hashLinkToken } from '../../domain/link-token.ts';
import { isApiKey } from '../../domain/scopes.ts';
import { departed } from '../../tables-accounts.ts';
import { bearerOf } from './bearers.ts';
import type { AccountsDatabase } from './database.ts';
import { sessionToken } from './signed-in.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** Addresses are marked by the hash for which the installation's index key is kept for good, whichever key seals them. */
const MARKED: SealedTable = {
  ...{ name: 'accounts.departed', key: ['mark'], own: true, remembered: false },
  columns: [
    {
      ...{ property: 'email', column: 'mark', kind: 'text' },
      index: { property: 'mark', column: 'mark', across: true },
    },
  ],
};

export const markOfAddress = async (vault: Vault, email: string): Promise<string> =>
  `address ${await vault.lookUpAcross(MARKED, 'email', email)}`;

/** SQL that leaves a mark for each address, session and key of people who go: `$1` their ids, `$2` where to, `$3` hashes of keys, `$4` marks of addresses. */
export const LEAVE_MARKS = `insert into accounts.departed (mark, address)
  select unnest($4::text[]), $2
  union select 'session ' || encode(sha256(convert_to(token, 'UTF8')), 'hex'), $2 from accounts.sessions where user_id = any ($1)
  union select 'key ' || hash, $2 from unnest($3::text[]) as hash
  on conflict (mark) do update set address = excluded.address`;

/** Fails with where to go when what somebody brings belonged to an organisation that lives elsewhere now. */
export function createDeparted(kit: Pick<Kit, 'vault'>, db: AccountsDatabase) {
  const refuse = async (mark: string): Promise<void> => {
    const [row] = await db.select().from(departed).where(eq(departed.mark, mark));
    if (row !== undefined) throw organizationDeparted(row.address);
  };
  return {
    /** At a sign-in that failed. Its tries are counted as everybody's, and who asks learns no more than the new address. */
    refuseAddress: async (email: string): Promise<void> => {
      await refuse(await markOfAddress(kit.vault, email));
    },
    /** At a request whose key or session is not known. */
    refuseBearer: async ({ authorization, cookie }: IncomingHttpHeaders): Promise<void> => {
      const bearer = authorization === undefined ? null : bearerOf(authorization);
      if (bearer !== null && isApiKey(bearer)) await refuse(`key ${hashLinkToken(bearer)}`);
      const token = authorization === undefined ? sessionToken(cookie) : null;
      if (token !== null) await refuse(`session ${hash(token)}`);
    },
  };
}

export type Departed = ReturnType<typeof createDeparted>;
