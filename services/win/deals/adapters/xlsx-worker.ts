import { parentPort, workerData } from 'node:worker_threads';
import readSheets from 'read-excel-file/node';
import { z } from 'zod';
import type { XlsxAnswer } from './read-xlsx.ts';

// A workbook from outside is parsed here, so that a hostile one can exhaust this thread's memory and time but not the server's.

const answer = (message: XlsxAnswer) => parentPort?.postMessage(message);

function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

try {
  const [first] = await readSheets(Buffer.from(z.instanceof(Uint8Array).parse(workerData)));
  answer({ ok: true, rows: (first?.data ?? []).map((row) => row.map(asText)) });
} catch {
  answer({ ok: false });
}
