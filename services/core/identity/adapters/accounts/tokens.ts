import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Auth } from './auth.ts';

/** What a token says: who, through which session or key, and with which permissions at most (absent: all of the person's). */
const claimsSchema = z.object({
  sub: z.uuid(),
  origin: z.enum(['session', 'key']),
  origin_id: z.uuid(),
  scope: z.string().optional(),
});
export type TokenClaims = z.infer<typeof claimsSchema>;

const KEYS_REMEMBERED_MS = 60_000;

/** Issues tokens (RS256, one hour) and checks them against the published keys. */
export function createTokens(auth: Auth, address: string, now: () => Date) {
  let known: { until: number; keys: JSONWebKeySet } | null = null;
  const publicKeys = async (): Promise<JSONWebKeySet> => {
    if (known !== null && known.until > now().getTime()) return known.keys;
    const { keys } = await auth.api.getJwks();
    const published = keys.map((key) => ({ ...key, use: 'sig' }));
    known = { until: now().getTime() + KEYS_REMEMBERED_MS, keys: { keys: published } };
    return known.keys;
  };
  return {
    publicKeys,
    issue: async (claims: TokenClaims): Promise<string> => {
      const iat = Math.floor(now().getTime() / 1_000);
      const { token } = await auth.api.signJWT({ body: { payload: { ...claims, iat } } });
      return token;
    },
    /** Null for anything but a token of ours that is good now. */
    verify: async (token: string): Promise<TokenClaims | null> => {
      const check = async () =>
        jwtVerify(token, createLocalJWKSet(await publicKeys()), {
          ...{ algorithms: ['RS256'], issuer: address, audience: address, currentDate: now() },
        });
      try {
        return claimsSchema.parse((await check()).payload);
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof z.ZodError) return null;
        throw error;
      }
    },
    /** After keys were changed. */
    forget: () => {
      known = null;
    },
  };
}

export type Tokens = ReturnType<typeof createTokens>;
