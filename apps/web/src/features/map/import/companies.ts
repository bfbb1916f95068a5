import { isWebAddress } from '../home/model/list';

export const MOST_COMPANIES = 50;
const LONGEST_NAME = 120;

export const COLUMNS = ['name', 'website', 'notes', 'ignore'] as const;
export type Column = (typeof COLUMNS)[number];

export type Problem =
  | { kind: 'no_name' | 'name_long' | 'bad_website' | 'too_many' }
  | { kind: 'twice'; line: number };

export interface Company {
  /** As counted in the file, the heading being line 1. */
  line: number;
  name: string;
  website: string | null;
  notes: string;
  problem: Problem | null;
}

const GUESSES: readonly { column: Column; pattern: RegExp }[] = [
  { column: 'website', pattern: /官网|网址|网站|website|url|domain|site/i },
  { column: 'name', pattern: /名称|公司|企业|客户|name|company|account|client|customer/i },
  { column: 'notes', pattern: /备注|说明|已知|notes?|comment|description/i },
];

/** What each column probably holds, by its heading; each is used once. */
export function guessColumns(headings: readonly string[]): Column[] {
  const taken = new Set<Column>();
  return headings.map((heading) => {
    const found = GUESSES.find(({ column, pattern }) => !taken.has(column) && pattern.test(heading));
    if (found === undefined) return 'ignore';
    taken.add(found.column);
    return found.column;
  });
}

const folded = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** The lines below the heading as companies, each with what is wrong with it. Empty lines are no companies. */
export function readCompanies(rows: readonly (readonly string[])[], columns: readonly Column[]): Company[] {
  const seen = new Map<string, number>();
  let ready = 0;
  return rows.slice(1).flatMap((row, index) => {
    const line = index + 2;
    const cell = (column: Column) => (row[columns.indexOf(column)] ?? '').trim();
    if (row.every((text) => text.trim() === '')) return [];
    const [name, website, notes] = [cell('name'), withScheme(cell('website')), cell('notes')];
    const earlier = seen.get(folded(name));
    const problem = problemOf(name, website, earlier, ready);
    if (problem === null) ready += 1;
    if (name !== '' && earlier === undefined) seen.set(folded(name), line);
    return [{ line, name, website: website === '' ? null : website, notes, problem }];
  });
}

function problemOf(
  name: string,
  website: string,
  earlier: number | undefined,
  ready: number,
): Problem | null {
  if (name === '') return { kind: 'no_name' };
  if (name.length > LONGEST_NAME) return { kind: 'name_long' };
  if (website !== '' && !isWebAddress(website)) return { kind: 'bad_website' };
  if (earlier !== undefined) return { kind: 'twice', line: earlier };
  return ready >= MOST_COMPANIES ? { kind: 'too_many' } : null;
}

/** Lists often write `example.com`: an address without its scheme is taken as https. */
function withScheme(website: string): string {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/i.test(website) ? `https://${website}` : website;
}
