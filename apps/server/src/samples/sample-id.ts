import { createHash } from 'node:crypto';

/** The same thing of the same sample has the same id at each start. */
export function sampleId(owner: string, name: string): string {
  const digest = createHash('sha256').update(`${owner}/${name}`).digest('hex');
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-7${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
