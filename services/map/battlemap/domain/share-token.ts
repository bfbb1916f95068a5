import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** A secret that cannot be guessed, as it stands in an address. */
export const newShareToken = (): string => randomBytes(BYTES).toString('base64url');

/** What is kept of a secret: who reads the database cannot open a link. */
export const hashShareToken = (token: string): string => createHash('sha256').update(token).digest('hex');
