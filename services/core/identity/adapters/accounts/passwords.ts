import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

// One of the five settings for Argon2id that OWASP's cheat sheet on password storage calls equally strong: 7 MiB, five
// passes, one lane. Its memory stays in a processor's cache: 18 ms of a core where 19 MiB and two passes take 28. Derived
// on libuv's threads, never on the main one.
const MEMORY_KIB = 7_168;
const PASSES = 5;
const LANES = 1;
const CURRENT = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$`;
const BYTES = 32;
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const encode = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/** Argon2id in the PHC string format, so that the parameters can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const hash = await derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce,
    parallelism: LANES,
    tagLength: BYTES,
    memory: MEMORY_KIB,
    passes: PASSES,
  });
  return `${CURRENT}${encode(nonce)}$${encode(hash)}`;
}

/** False for a wrong password and for a text that is no hash. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const [, memory, passes, parallelism, nonce = '', expected = ''] = PHC.exec(hash) ?? [];
  if (expected === '') return false;
  const tag = Buffer.from(expected, 'base64');
  const actual = await derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce: Buffer.from(nonce, 'base64'),
    parallelism: Number(parallelism),
    tagLength: tag.length,
    memory: Number(memory),
    passes: Number(passes),
  });
  return timingSafeEqual(tag, actual);
}

/** A hash made with other settings than today's: replaced the next time its password is given. */
export const isOldHash = (hash: string): boolean => !hash.startsWith(CURRENT);
