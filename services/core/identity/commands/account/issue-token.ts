import type { IssuedToken } from '@tokenholic/contracts';
import { type Kit, type Principal, unauthenticated } from '@tokenholic/kit';
import { gt, isNull, or } from 'drizzle-orm';
import type { Accounts } from '../../adapters/accounts/accounts.ts';
import { TOKEN_SECONDS } from '../../adapters/accounts/auth.ts';
import { bearerOf } from '../../adapters/accounts/bearers.ts';
import { signingKeys } from '../../tables-accounts.ts';

/** A token for one hour, from the session one is signed in with or from an API key. It ends with either. */
export async function issueToken(
  accounts: Accounts,
  headers: { cookie?: string | undefined; authorization?: string | undefined },
): Promise<IssuedToken> {
  const bearer = bearerOf(headers.authorization);
  const key = bearer === null ? null : await accounts.bearers.keyOf(bearer);
  if (key !== null) {
    const scope = key.scopes.join(' ');
    const claims = { sub: key.userId, origin: 'key' as const, origin_id: key.id, scope };
    return {
      accessToken: await accounts.tokens.issue(claims),
      tokenType: 'Bearer',
      expiresIn: TOKEN_SECONDS,
    };
  }
  const session = bearer === null ? await accounts.signedIn.find(headers) : null;
  if (session === null) throw unauthenticated();
  const claims = { sub: session.personId, origin: 'session' as const, origin_id: session.sessionId };
  return { accessToken: await accounts.tokens.issue(claims), tokenType: 'Bearer', expiresIn: TOKEN_SECONDS };
}

/**
 * Makes a new signing key at once. Normally tokens of the old one are good until they end; with `revoke` the old keys are
 * no longer published and every token ends, for when a key may have been copied.
 */
export async function rotateSigningKey(
  kit: Kit,
  accounts: Accounts,
  principal: Principal,
  revoke: boolean,
): Promise<void> {
  const now = kit.now();
  if (revoke) await accounts.db.delete(signingKeys);
  else
    await accounts.db
      .update(signingKeys)
      .set({ expiresAt: now })
      .where(or(isNull(signingKeys.expiresAt), gt(signingKeys.expiresAt, now)));
  // The library makes the next key when it signs.
  const claims = { sub: principal.user.id, origin: 'session' as const, origin_id: principal.user.id };
  await accounts.tokens.issue(claims);
  accounts.tokens.forget();
  const entry = { action: 'signing_key.rotate', subject: principal.homeOrganizationId, after: { revoke } };
  await kit.database.withTenant([principal.homeOrganizationId], (tx) =>
    tx.audit(principal.homeOrganizationId, entry),
  );
}
