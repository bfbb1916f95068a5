import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** The secret of a link that opens without an account: cannot be guessed, stands in the address, is told once. */
export const newLinkSecret = (): string => randomBytes(BYTES).toString('base64url');

/** What is kept of a link's secret: who reads the database cannot open the link. */
export const hashLinkSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
