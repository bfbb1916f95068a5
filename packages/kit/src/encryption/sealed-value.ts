import { createHmac } from 'node:crypto';
import { NONCE_BYTES, seal, unseal } from '../secrets/sealing.ts';

const MARK = 'sealed:1:';
const SEALED = /^sealed:1:(\d{1,9}):([A-Za-z0-9_-]{38,})$/;
const TAG_BYTES = 16;

/** Where a value stands: what was sealed for one place does not open in another. */
export interface Place {
  table: string;
  column: string;
  organizationId: string;
}

const boundTo = ({ table, column, organizationId }: Place) => `${table}/${column}/${organizationId}`;

/** `sealed:1:<version of the key>:<nonce, tag and text in base64url>`, AES-256-GCM, bound to its place. */
export function sealValue(key: Buffer, version: number, place: Place, text: string): string {
  const { nonce, tag, sealed } = seal(key, boundTo(place), text);
  return `${MARK}${version}:${Buffer.concat([nonce, tag, sealed]).toString('base64url')}`;
}

/**
 * The same, always alike for the same text and place: for columns that must be unique and compared. The nonce comes of the
 * text itself under a key of its own, so that two texts share none; what can be told is that two values are equal.
 */
export function sealAlike(
  keys: { key: Buffer; index: Buffer },
  version: number,
  place: Place,
  text: string,
): string {
  const from = createHmac('sha256', keys.index)
    .update(`${boundTo(place)}/${version}\n${text}`)
    .digest();
  const { nonce, tag, sealed } = seal(keys.key, boundTo(place), text, from.subarray(0, NONCE_BYTES));
  return `${MARK}${version}:${Buffer.concat([nonce, tag, sealed]).toString('base64url')}`;
}

/** The version of the key a value was sealed with; null for plain text. */
export function versionOf(value: string): number | null {
  const match = SEALED.exec(value);
  return match?.[1] === undefined ? null : Number(match[1]);
}

/** Fails when the value was changed, or sealed for another place or under another key. */
export function openValue(key: Buffer, place: Place, value: string): string {
  const bytes = Buffer.from(SEALED.exec(value)?.[2] ?? '', 'base64url');
  return unseal(key, boundTo(place), {
    nonce: bytes.subarray(0, NONCE_BYTES),
    tag: bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES),
    sealed: bytes.subarray(NONCE_BYTES + TAG_BYTES),
  });
}

/** What values sealed with this version begin with. */
export const beginningOf = (version: number) => `${MARK}${version}:`;

/** Two texts that a person would call the same address have one index: width, case and outer space do not count. */
export function indexValue(
  key: Buffer,
  { table, column }: Omit<Place, 'organizationId'>,
  text: string,
): string {
  const folded = text.normalize('NFKC').trim().toLowerCase();
  return createHmac('sha256', key).update(`${table}/${column}\n${folded}`).digest('base64url');
}
