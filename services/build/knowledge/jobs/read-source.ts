import { readDocument } from '@tokenholic/documents';
import type { Kit } from '@tokenholic/kit';
import { type ChunkDraft, chunkText } from '../domain/chunking/chunk-text.ts';
import { fileGone } from '../domain/failures.ts';
import type { PageReader } from '../ports.ts';
import type { documents } from '../tables.ts';

export interface SourceReading {
  title: string;
  text: string;
  chunks: ChunkDraft[];
  cut: boolean;
  asOf: string | null;
}

type DocumentRow = typeof documents.$inferSelect;

export const blobKey = (documentId: string) => `knowledge/${documentId}`;

/** Reads what a document consists of now: the kept file, the page of the web, or what was typed in. */
export async function readSource(
  kit: Kit,
  readPage: PageReader,
  row: DocumentRow,
  signal: AbortSignal,
): Promise<SourceReading> {
  if (row.kind === 'url') {
    const { title, text, publishedAt } = await readPage(row.origin ?? '', signal);
    return { title: title || row.title, text, chunks: chunkText(text), cut: false, asOf: publishedAt };
  }
  if (row.kind === 'file') {
    const bytes = await kit.blobs.get(row.organizationId, blobKey(row.id));
    if (bytes === null) throw fileGone();
    const file = { fileName: row.origin ?? row.title, mediaType: row.mediaType ?? '', bytes };
    const { title, text, cut, pageStarts, publishedAt } = await readDocument(file);
    return { title, text, chunks: chunkText(text, pageStarts), cut, asOf: publishedAt };
  }
  const text = row.body ?? '';
  return { title: row.bodyTitle ?? row.title, text, chunks: chunkText(text), cut: false, asOf: row.asOf };
}
