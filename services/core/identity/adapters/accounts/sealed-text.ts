import { customType } from 'drizzle-orm/pg-core';

/** Where a sealed text of the accounts stands, and whether rows are found by it. */
export interface SealedPlace {
  table: string;
  column: string;
  lookUp: boolean;
}

// No text of a person begins so: PostgreSQL itself refuses the sign.
const MARK = '\u0000seal ';

/**
 * A text that is sealed on its way into the database. The column only says so: the accounts' own door, through which every
 * statement passes, has the key. `lookUp`: the same text is always sealed the same way, so that rows are found by it and it
 * can be unique.
 */
export const sealedText = (name: string, { table, lookUp = false }: { table: string; lookUp?: boolean }) =>
  customType<{ data: string; driverData: string }>({
    dataType: () => 'text',
    toDriver: (text) => `${MARK}${JSON.stringify({ table, column: name, lookUp })}\n${text}`,
  })(name);

/** What a value asks to be sealed as; null for any other value. */
export function asksForSealing(value: unknown): { place: SealedPlace; text: string } | null {
  if (typeof value !== 'string' || !value.startsWith(MARK)) return null;
  const end = value.indexOf('\n');
  return { place: JSON.parse(value.slice(MARK.length, end)), text: value.slice(end + 1) };
}
