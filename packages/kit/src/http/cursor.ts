import { z } from 'zod';

const cursorSchema = z.tuple([z.union([z.string(), z.number()]), z.uuid()]);

/** Where a page ended: the value it is ordered by, and the id that breaks ties. */
export function formatCursor(value: string | number, id: string): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url');
}

/** Null for none and for one that this list never gave out: reading starts at the beginning. */
export function parseCursor(cursor: string | undefined): { value: string | number; id: string } | null {
  if (cursor === undefined) return null;
  try {
    const parsed = cursorSchema.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return parsed.success ? { value: parsed.data[0], id: parsed.data[1] } : null;
  } catch {
    return null; // not ours: read from the beginning
  }
}
