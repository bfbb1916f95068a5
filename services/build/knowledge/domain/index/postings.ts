/** Chunk numbers of a collection are cut into blocks: a row of the index is one term in one block, and stays small. */
export const BLOCK_CHUNKS = 1_024;

/** One term in one chunk. */
export interface Posting {
  chunk: number;
  /** How often the term stands in it, 255 at most. */
  count: number;
  /** Terms the chunk has. */
  length: number;
}

export const POSTING_BYTES = 5;

export const blockOf = (chunk: number) => Math.floor(chunk / BLOCK_CHUNKS);

/** Five bytes a posting: place in the block (2), count (1), length (2). Blocks are appended to by adding bytes. */
export function encodePostings(postings: readonly Posting[]): Buffer {
  const bytes = Buffer.alloc(postings.length * POSTING_BYTES);
  postings.forEach(({ chunk, count, length }, index) => {
    const at = index * POSTING_BYTES;
    bytes.writeUInt16LE(chunk % BLOCK_CHUNKS, at);
    bytes.writeUInt8(Math.min(255, count), at + 2);
    bytes.writeUInt16LE(Math.min(65_535, length), at + 3);
  });
  return bytes;
}

/** Calls for each posting of a block; no objects are made, for a common word has thousands. */
export function eachPosting(
  block: number,
  bytes: Buffer,
  visit: (chunk: number, count: number, length: number) => void,
): void {
  const first = block * BLOCK_CHUNKS;
  for (let at = 0; at + POSTING_BYTES <= bytes.length; at += POSTING_BYTES)
    visit(first + bytes.readUInt16LE(at), bytes[at + 2] ?? 0, bytes.readUInt16LE(at + 3));
}

/** The block without these chunks. What stays is copied in runs: a common word has a thousand postings, and few go. */
export function withoutChunks(block: number, bytes: Buffer, gone: ReadonlySet<number>): Buffer {
  const kept: Buffer[] = [];
  let from = 0;
  for (let at = 0; at + POSTING_BYTES <= bytes.length; at += POSTING_BYTES) {
    if (!gone.has(block * BLOCK_CHUNKS + bytes.readUInt16LE(at))) continue;
    kept.push(bytes.subarray(from, at));
    from = at + POSTING_BYTES;
  }
  return Buffer.concat([...kept, bytes.subarray(from)]);
}
