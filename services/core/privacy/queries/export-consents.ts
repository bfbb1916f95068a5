import { Readable } from 'node:stream';
import { csvLineOf, type Kit } from '@tokenholic/kit';
import { listConsents } from './read-consents.ts';

const COLUMNS = [
  'address',
  'purpose',
  'decision',
  'decidedAt',
  'expiresAt',
  'counts',
  'source',
  'proof',
] as const;
const BATCH = 200;

/** Every decision of a client's people with its proof, as CSV. */
export function exportConsents(kit: Kit, clientId: string): Readable {
  const lines = async function* () {
    yield `\uFEFF${csvLineOf(COLUMNS)}`;
    for (let cursor: string | undefined; ; ) {
      const page = await listConsents(kit, clientId, { cursor, limit: BATCH, history: true });
      yield page.items.map((one) => csvLineOf(COLUMNS.map((column) => one[column]))).join('');
      if (page.nextCursor === null) return;
      cursor = page.nextCursor;
    }
  };
  return Readable.from(lines());
}
