import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { BreachedPasswords } from '../../ports.ts';

let common: ReadonlySet<string> | null = null;

/** The 49,000 commonest passwords of past breaches, as @zxcvbn-ts/language-common lists them; read when first asked. */
async function commonPasswords(): Promise<ReadonlySet<string>> {
  if (common === null) {
    const { dictionary } = await import('@zxcvbn-ts/language-common');
    common = new Set(dictionary['passwords-common']);
  }
  return common;
}

/** Digits and signs that people put around a common word to make it long enough. */
const AROUND = /^[\d\W_]+|[\d\W_]+$/gu;

/**
 * Whether a password is one of the commonest of past breaches: as it stands, without the digits and signs around it, or as
 * one of them said again and again.
 */
export const shippedList: BreachedPasswords = {
  isBreached: async (password) => {
    const known = await commonPasswords();
    const text = password.normalize('NFKC').toLowerCase();
    const bare = text.replace(AROUND, '');
    // A short word between many signs is no common password any longer.
    const isBare = bare.length >= 5 && text.length - bare.length <= 6 && known.has(bare);
    return known.has(text) || isBare || known.has(repeatedPartOf(text));
  },
};

/** What a text says again and again, or the text itself: `dragondragon` says `dragon`. */
function repeatedPartOf(text: string): string {
  for (let length = 3; length <= text.length / 2; length += 1) {
    const part = text.slice(0, length);
    if (text.length % length === 0 && part.repeat(text.length / length) === text) return part;
  }
  return text;
}

const PREFIX = 5;
const WAIT_MS = 2_000;
const answerSchema = z.string().max(2_000_000);

/**
 * Asks a service of breached passwords that speaks the range protocol of Have I Been Pwned: five of forty signs of the
 * SHA-1 leave the house, the rest is compared here. A service that does not answer keeps nobody from choosing a password.
 */
export function rangeService(
  address: string,
  onSilence: (error: unknown) => void,
  ask: typeof fetch = fetch,
): BreachedPasswords {
  return {
    isBreached: async (password) => {
      const hash = createHash('sha1').update(password).digest('hex').toUpperCase();
      try {
        const answer = await ask(new URL(hash.slice(0, PREFIX), address), {
          // Answers are filled up to one size, so that whoever sees them learns nothing of which was asked for.
          headers: { 'add-padding': 'true' },
          signal: AbortSignal.timeout(WAIT_MS),
        });
        if (!answer.ok) throw new Error(`The service of breached passwords answered ${answer.status}`);
        const lines = answerSchema.parse(await answer.text()).split(/\r?\n/);
        return lines.some((line) => {
          const [suffix = '', count = '0'] = line.split(':');
          return suffix === hash.slice(PREFIX) && Number(count) > 0;
        });
      } catch (error) {
        onSilence(error);
        return false;
      }
    },
  };
}
