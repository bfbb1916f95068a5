import type { TenantTransaction } from '@tokenholic/kit';
import { type SQL, sql } from 'drizzle-orm';
import { type CountedText, type IndexRow, invert } from '../domain/index/invert.ts';
import { blockOf, POSTING_BYTES, withoutChunks } from '../domain/index/postings.ts';

/** Rows written with one statement. */
const BATCH = 4_000;

/** Adds passages whose numbers are new. Whoever calls holds the collection: nobody else writes its rows meanwhile. */
export async function addToIndex(
  tx: TenantTransaction,
  organizationId: string,
  collectionId: string,
  texts: readonly CountedText[],
): Promise<void> {
  for (const batch of batches(invert(texts))) {
    await tx.db.execute(sql`
      with changed as materialized (select * from ${unnested(batch)}), longer as (
        update knowledge.postings set data = postings.data || changed.data from changed
        where collection_id = ${collectionId} and postings.term = changed.term and postings.block = changed.block
        returning postings.term, postings.block
      )
      insert into knowledge.postings (collection_id, term, block, organization_id, data)
      select ${collectionId}::uuid, term, block, ${organizationId}::uuid, data from changed
      where not exists (select from longer where longer.term = changed.term and longer.block = changed.block)`);
  }
}

/** Takes passages out again: afterwards no row names them. */
export async function removeFromIndex(
  tx: TenantTransaction,
  collectionId: string,
  texts: readonly { chunk: number; terms: Iterable<string> }[],
): Promise<void> {
  const gone = new Set(texts.map(({ chunk }) => chunk));
  const terms = [...new Set(texts.flatMap((text) => [...text.terms]))];
  const blocks = [...new Set([...gone].map(blockOf))];
  for (let at = 0; at < terms.length; at += BATCH) {
    const part = sql.param(terms.slice(at, at + BATCH));
    const { rows } = await tx.db.execute<{ term: string; block: number; data: Buffer }>(sql`
      select term, block, data from knowledge.postings
      where collection_id = ${collectionId} and term = any (${part}::text[]) and block = any (${sql.param(blocks)}::int[])`);
    const left = rows.map((row) => ({ ...row, data: withoutChunks(row.block, row.data, gone) }));
    await tx.db.execute(sql`
      delete from knowledge.postings using ${unnested(left.filter(({ data }) => data.length === 0))}
      where collection_id = ${collectionId} and postings.term = changed.term and postings.block = changed.block`);
    await tx.db.execute(sql`
      update knowledge.postings set data = changed.data from ${unnested(left.filter(({ data }) => data.length > 0))}
      where collection_id = ${collectionId} and postings.term = changed.term and postings.block = changed.block`);
  }
}

export interface TermInCollection {
  collectionId: string;
  term: string;
  /** Passages of the collection that have the term. */
  documents: number;
}

/** How common each term is in each collection; the rows themselves are not read. */
export async function countTerms(
  tx: TenantTransaction,
  collectionIds: readonly string[],
  terms: readonly string[],
): Promise<TermInCollection[]> {
  const { rows } = await tx.db.execute<{ collection_id: string; term: string; bytes: string }>(sql`
    select collection_id, term, sum(octet_length(data)) as bytes from knowledge.postings
    where collection_id = any (${sql.param(collectionIds)}::uuid[]) and term = any (${sql.param(terms)}::text[])
    group by collection_id, term`);
  return rows.map(({ collection_id, term, bytes }) => ({
    collectionId: collection_id,
    term,
    documents: Number(bytes) / POSTING_BYTES,
  }));
}

export interface PostingRow {
  collectionId: string;
  term: string;
  block: number;
  data: Buffer;
}

/** The passages of these terms. */
export async function readPostings(
  tx: TenantTransaction,
  collectionIds: readonly string[],
  terms: readonly string[],
): Promise<PostingRow[]> {
  const { rows } = await tx.db.execute<{
    collection_id: string;
    term: string;
    block: number;
    data: Buffer;
  }>(sql`
    select collection_id, term, block, data from knowledge.postings
    where collection_id = any (${sql.param(collectionIds)}::uuid[]) and term = any (${sql.param(terms)}::text[])`);
  return rows.map(({ collection_id, ...row }) => ({ collectionId: collection_id, ...row }));
}

/** Terms of the index that begin with this letter: where another spelling is looked for. */
export async function termsBeginningWith(
  tx: TenantTransaction,
  collectionIds: readonly string[],
  letter: string,
): Promise<string[]> {
  const { rows } = await tx.db.execute<{ term: string }>(sql`
    select distinct term from knowledge.postings
    where collection_id = any (${sql.param(collectionIds)}::uuid[]) and term >= ${letter} and term < ${`${letter}{`}`);
  return rows.map(({ term }) => term);
}

function* batches(rows: readonly IndexRow[]): Generator<IndexRow[]> {
  for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH);
}

function unnested(rows: readonly IndexRow[]): SQL {
  const terms = sql.param(rows.map(({ term }) => term));
  const blocks = sql.param(rows.map(({ block }) => block));
  const data = sql.param(rows.map((row) => row.data.toString('hex')));
  return sql`(select term, block, decode(hex, 'hex') as data from unnest(${terms}::text[], ${blocks}::int[], ${data}::text[]) as given (term, block, hex)) as changed`;
}
