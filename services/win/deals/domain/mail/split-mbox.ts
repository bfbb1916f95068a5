const FROM = Buffer.from('From ');
const NEWLINE = 0x0a;

/** Whether a file is a box of messages, by its first line, and not a single one. */
export const isMbox = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 5)).equals(FROM);

/** Messages of an mbox (RFC 4155): each begins with a line `From …` after an empty line; `>From` inside is turned back. */
export function splitMbox(bytes: Uint8Array, most: number): { messages: Uint8Array[]; more: boolean } {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts: number[] = [];
  for (let at = 0; at >= 0 && at < data.length; ) {
    if (data.subarray(at, at + 5).equals(FROM) && (at === 0 || afterEmptyLine(data, at))) starts.push(at);
    const next = data.indexOf('\nFrom ', at);
    at = next < 0 ? -1 : next + 1;
    if (starts.length > most) break;
  }
  const messages = starts.slice(0, most).map((start, index) => {
    const lineEnd = data.indexOf(NEWLINE, start);
    const body = data.subarray(lineEnd < 0 ? data.length : lineEnd + 1, starts[index + 1] ?? data.length);
    return body.includes('\n>From ')
      ? Buffer.from(body.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1')
      : body;
  });
  return { messages, more: starts.length > most };
}

function afterEmptyLine(data: Buffer, at: number): boolean {
  if (data[at - 1] !== NEWLINE) return false;
  return data[at - 2] === NEWLINE || (data[at - 2] === 0x0d && data[at - 3] === NEWLINE);
}
