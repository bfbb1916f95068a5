import type { SignIns } from '@tokenholic/contracts';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { OwnAccount } from '../commands/account/own-account.ts';

const MOST = 20;
const rowSchema = z.object({
  action: z.enum(['account.sign_in', 'account.sign_in_failed']),
  occurred_at: z.coerce.date(),
});

/** The last tries to sign in to the own account, those that failed too. */
export async function listSignIns({ kit, principal }: OwnAccount): Promise<SignIns['items']> {
  const home = principal.homeOrganizationId;
  const { rows } = await kit.database.withTenant([home], (tx) =>
    tx.db.execute(sql`select action, occurred_at from kit.audit_entries
      where organization_id = ${home} and subject = ${principal.user.id}
        and action in ('account.sign_in', 'account.sign_in_failed')
      order by place desc limit ${MOST}`),
  );
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ action, occurred_at }) => ({
      at: occurred_at.toISOString(),
      outcome: action === 'account.sign_in' ? 'signed_in' : 'wrong_password',
    }));
}
