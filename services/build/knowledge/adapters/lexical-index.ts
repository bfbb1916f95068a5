import type { TenantTransaction } from '@tokenholic/kit';
import { type SQL, sql } from 'drizzle-orm';
import { type CountedText, type IndexRow, invert } from '../domain/index/invert.ts';
import { blockOf, POSTING_BYTES, withoutChunks } from '../domain/index/postings.ts';
import type { PostingBlock } from '../domain/retrieval/gather.ts';
import { addToVocabulary, removeFromVocabulary } from './vocabulary.ts';

/** Rows written with one statement. */
const BATCH = 4_000;

/** The index of one collection, as it stands under the lock of the collection's row. */
export interface IndexPlace {
  organizationId: string;
  collectionId: string;
  /** How often passages were taken out of it. */
  removals: number;
}

/** Adds passages whose numbers are new. Whoever calls holds the collection: nobody else writes its rows meanwhile. */
export async function addToIndex(
  tx: TenantTransaction,
  place: IndexPlace,
  texts: readonly CountedText[],
): Promise<void> {
  const { organizationId, collectionId } = place;
  const rows = invert(texts);
  for (const batch of batches(rows)) {
    // Each row is looked up by its whole key: as a join the planner, which cannot know how large a collection is, would
    // read all of it. Nobody moves a row meanwhile, and within an organisation's rows a place names one.
    await tx.db.execute(sql`
      with changed as materialized (
        select term, block, data, (
          select ctid from knowledge.postings
          where organization_id = ${organizationId} and collection_id = ${collectionId}
            and postings.term = changed.term and postings.block = changed.block
        ) as place from ${unnested(batch)}
      ), longer as (
        update knowledge.postings set data = postings.data || changed.data from changed
        where organization_id = ${organizationId} and postings.ctid = changed.place
      )
      insert into knowledge.postings (collection_id, term, block, organization_id, data)
      select ${collectionId}::uuid, term, block, ${organizationId}::uuid, data from changed where place is null`);
  }
  await addToVocabulary(
    tx,
    place,
    rows.map(({ term }) => term),
  );
}

/** Takes passages out again: afterwards no row names them. */
export async function removeFromIndex(
  tx: TenantTransaction,
  { organizationId, collectionId }: Omit<IndexPlace, 'removals'>,
  texts: readonly { chunk: number; terms: Iterable<string> }[],
): Promise<void> {
  const gone = new Set(texts.map(({ chunk }) => chunk));
  const keys = rowsOf(texts);
  for (let at = 0; at < keys.length; at += BATCH) {
    const batch = keys.slice(at, at + BATCH);
    const terms = lines(batch.map(({ term }) => term));
    const blocks = listed(batch.map(({ block }) => block));
    // Looked up by the whole key and changed by place, as when adding; `offset` keeps the planner from making it a join.
    const { rows } = await tx.db.execute<{ place: string; block: number; data: Buffer }>(sql`
      select found.place::text, given.block, found.data
      from unnest(string_to_array(${terms}, E'\n'), ${blocks}::int[]) as given (term, block)
      cross join lateral (
        select ctid as place, data from knowledge.postings
        where organization_id = ${organizationId} and collection_id = ${collectionId}
          and postings.term = given.term and postings.block = given.block
        offset 0
      ) as found`);
    const left = rows.map(({ place, block, data }) => ({ place, data: withoutChunks(block, data, gone) }));
    const empty = left.filter(({ data }) => data.length === 0).map(({ place }) => place);
    await tx.db.execute(sql`
      delete from knowledge.postings
      where organization_id = ${organizationId} and ctid = any (${sql.param(empty)}::tid[])`);
    const shorter = left.filter(({ data }) => data.length > 0);
    const { whole, starts, sizes } = asOne(shorter);
    await tx.db.execute(sql`
      update knowledge.postings set data = substring(${whole}::bytea from start for size)
      from unnest(${sql.param(shorter.map(({ place }) => place))}::tid[], ${starts}::int[], ${sizes}::int[]) as given (place, start, size)
      where organization_id = ${organizationId} and postings.ctid = given.place`);
  }
  await removeFromVocabulary(tx, collectionId, [...new Set(keys.map(({ term }) => term))]);
}

/** The rows of the index that name these passages. */
function rowsOf(
  texts: readonly { chunk: number; terms: Iterable<string> }[],
): Pick<IndexRow, 'term' | 'block'>[] {
  const termsOfBlocks = new Map<number, Set<string>>();
  for (const { chunk, terms } of texts) {
    const own = termsOfBlocks.get(blockOf(chunk)) ?? new Set<string>();
    for (const term of terms) own.add(term);
    termsOfBlocks.set(blockOf(chunk), own);
  }
  return [...termsOfBlocks].flatMap(([block, terms]) => [...terms].map((term) => ({ term, block })));
}

/** So many passages are looked at for one question; a collection of any size answers in the same time. */
const MOST_POSTINGS = 60_000;
/** But the rarest terms are always read. */
const FEWEST_TERMS = 2;

export interface IndexedTerm {
  collectionId: string;
  term: string;
  /** Passages of the collection that have the term. */
  documents: number;
  /** These passages; empty for a common term that there was no room for. */
  postings: PostingBlock[];
}

interface TermRow extends Record<string, unknown> {
  collection_id: string;
  term: string;
  bytes: number;
  blocks: number[];
  sizes: number[];
  data: Buffer | null;
}

/**
 * How common each term is in each collection, and the passages that have it: of the rarest terms first, as long as there is
 * room. The rest is weighed on the texts that were found. One statement and one row a term, for a common term has a hundred.
 */
export async function readTerms(
  tx: TenantTransaction,
  collectionIds: readonly string[],
  terms: readonly string[],
  mostPostings = MOST_POSTINGS,
): Promise<IndexedTerm[]> {
  if (terms.length === 0 || collectionIds.length === 0) return [];
  const { rows } = await tx.db.execute<TermRow>(sql`
    with found as materialized (
      select collection_id, term, block, data, octet_length(data) as bytes from knowledge.postings
      where collection_id = any (${sql.param(collectionIds)}::uuid[]) and term = any (${sql.param(terms)}::text[])
    ), chosen as (
      select term from (
        select term, row_number() over rarest as place, sum(sum(bytes)) over rarest as bytes_so_far
        from found group by term window rarest as (order by sum(bytes), term)
      ) as ranked where place <= ${FEWEST_TERMS} or bytes_so_far <= ${mostPostings * POSTING_BYTES}
    )
    select collection_id, term, sum(bytes)::int as bytes,
      array_agg(block order by block) as blocks, array_agg(bytes order by block) as sizes,
      string_agg(data, ''::bytea order by block) filter (where term in (select term from chosen)) as data
    from found group by collection_id, term`);
  return rows.map(({ collection_id: collectionId, term, bytes, blocks, sizes, data }) => ({
    ...{ collectionId, term, documents: bytes / POSTING_BYTES },
    postings: data === null ? [] : blocksOf({ collectionId, term }, blocks, sizes, data),
  }));
}

function blocksOf(
  of: { collectionId: string; term: string },
  blocks: readonly number[],
  sizes: readonly number[],
  data: Buffer,
): PostingBlock[] {
  let end = 0;
  return blocks.map((block, at) => {
    const start = end;
    end += sizes[at] ?? 0;
    return { ...of, block, data: data.subarray(start, end) };
  });
}

function* batches(rows: readonly IndexRow[]): Generator<IndexRow[]> {
  for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH);
}

const listed = (values: readonly number[]) => `{${values.join(',')}}`;
/** No term has a line's end in it. */
const lines = (values: readonly string[]) => values.join('\n');

/** Rows as one parameter a column. */
function unnested(rows: readonly IndexRow[]): SQL {
  const { whole, starts, sizes } = asOne(rows);
  const terms = lines(rows.map(({ term }) => term));
  const blocks = listed(rows.map(({ block }) => block));
  return sql`(
    select term, block, substring(${whole}::bytea from start for size) as data
    from unnest(string_to_array(${terms}, E'\n'), ${blocks}::int[], ${starts}::int[], ${sizes}::int[]) as given (term, block, start, size)
  ) as changed`;
}

/** The bytes of all rows go over as one, for as hexadecimal text they cost more than they are; counted from one, as SQL does. */
function asOne(rows: readonly { data: Buffer }[]): { whole: Buffer; starts: string; sizes: string } {
  let next = 1;
  const starts = rows.map(({ data }) => {
    const start = next;
    next += data.length;
    return start;
  });
  return {
    whole: Buffer.concat(rows.map(({ data }) => data)),
    starts: listed(starts),
    sizes: listed(rows.map(({ data }) => data.length)),
  };
}
