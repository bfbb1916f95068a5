import { Readable } from 'node:stream';
import { Zip, ZipDeflate } from 'fflate';
import type { ArchiveFile } from '../queries/export-archive.ts';

/** A zip archive as a stream: one file is open at a time, so memory stays small whatever the size. */
export function zipStream(files: AsyncIterable<ArchiveFile>): Readable {
  return Readable.from(zipPieces(files));
}

async function* zipPieces(files: AsyncIterable<ArchiveFile>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error !== null) failure = error;
    else ready.push(piece);
  });
  const take = () => {
    if (failure !== null) throw failure;
    const pieces = ready;
    ready = [];
    return pieces;
  };
  for await (const { path, bytes } of files) {
    const entry = new ZipDeflate(path, { level: 6 });
    zip.add(entry);
    for await (const piece of bytes) {
      entry.push(piece);
      yield* take();
    }
    entry.push(new Uint8Array(), true);
    yield* take();
  }
  zip.end();
  yield* take();
}
