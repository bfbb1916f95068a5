import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret for a link: 256 bits, as URL-safe text. */
export const newLinkToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of it: the secret has all the entropy there is, so a plain hash does. */
export const hashLinkToken = (token: string): string =>
  createHash('sha256').update(token).digest('base64url');

/** Compares secrets without telling by time how much of them is right. */
export function sameSecret(given: string, known: string): boolean {
  const [left, right] = [given, known].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
