import { importRefused } from '../domain/import/failures.ts';
import { checkTable, readCsv, type Table } from '../domain/import/read-table.ts';
import { readXlsx } from './read-xlsx.ts';

const ZIP = '504b0304';
const OLD_OFFICE = 'd0cf11e0';

/** Reads a table by what the file is, not by what it is called. */
export async function readFile(bytes: Uint8Array): Promise<Table> {
  if (bytes.byteLength === 0) throw importRefused('file_empty');
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  // Also what a workbook with a password looks like from outside.
  if (head === OLD_OFFICE) throw importRefused('file_old_excel');
  return head === ZIP ? checkTable(await readXlsx(bytes), 'xlsx') : readCsv(bytes);
}
