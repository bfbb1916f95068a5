import type { TenantTransaction } from '@tokenholic/kit';
import { sql } from 'drizzle-orm';
import { SIGNATURE_WORDS, type SignatureBlock } from '../../domain/vectors/closest.ts';

/** A million passages: 64 bytes of signature and four of number each. */
const MOST_BYTES = 68 * 1_048_576;
const BLOCK_PASSAGES = 1_024;
/** As PostgreSQL sends a bit string: how many bits, then the bits. */
const SENT_BYTES = 4 + SIGNATURE_WORDS * 2;

interface BlockName {
  collectionId: string;
  block: number;
  version: string;
}

const keyOf = ({ collectionId, block }: Omit<BlockName, 'version'>, embedder: string) =>
  `${collectionId} ${block} ${embedder}`;
/** Of another model than the one that is asked. */
const emptyBlock = ({ collectionId }: BlockName): SignatureBlock => ({
  ...{ collectionId, numbers: new Int32Array(), words: new Uint16Array() },
});

/** Keeps signatures in memory, those asked for last, and reads from the database only blocks that changed since. */
export function createSignatureMemory(mostBytes = MOST_BYTES) {
  const kept = new Map<string, { version: string; signatures: SignatureBlock }>();
  let bytes = 0;
  const sizeOf = ({ numbers, words }: SignatureBlock) => numbers.byteLength + words.byteLength;
  const drop = (name: string) => {
    const known = kept.get(name);
    if (known !== undefined) bytes -= sizeOf(known.signatures);
    kept.delete(name);
  };
  /** Puts a block behind all others: it was asked for last. */
  const keep = (name: string, version: string, signatures: SignatureBlock) => {
    drop(name);
    kept.set(name, { version, signatures });
    bytes += sizeOf(signatures);
    for (const [oldest] of kept) {
      if (bytes <= mostBytes) break;
      drop(oldest);
    }
  };
  /** Signatures of what this transaction may see. */
  const read = async (
    tx: TenantTransaction,
    collectionIds: readonly string[],
    embedder: string,
  ): Promise<SignatureBlock[]> => {
    // Row level security says which blocks these are; memory is asked for no others.
    const names = await readNames(tx, collectionIds);
    const known = new Map(names.map((name) => [name, kept.get(keyOf(name, embedder))]));
    const missing = new Set(names.filter((name) => known.get(name)?.version !== name.version));
    const loaded = await load(tx, [...missing], embedder);
    return names.flatMap((name) => {
      const signatures = missing.has(name)
        ? (loaded.get(keyOf(name, embedder)) ?? emptyBlock(name))
        : known.get(name)?.signatures;
      if (signatures === undefined) return [];
      keep(keyOf(name, embedder), name.version, signatures);
      return [signatures];
    });
  };
  return { read };
}

async function readNames({ db }: TenantTransaction, collectionIds: readonly string[]): Promise<BlockName[]> {
  const among =
    collectionIds.length === 0
      ? sql`true`
      : sql`collection_id = any (${sql.param([...collectionIds])}::uuid[])`;
  const { rows } = await db.execute<{ collection_id: string; block: number; version: string }>(
    sql`select collection_id, block, version from knowledge_vectors.blocks where ${among} order by collection_id, block`,
  );
  return rows.map(({ collection_id, ...row }) => ({ ...row, collectionId: collection_id }));
}

async function load({ db }: TenantTransaction, names: readonly BlockName[], embedder: string) {
  const loaded = new Map<string, SignatureBlock>();
  if (names.length === 0) return loaded;
  const ids = sql.param(names.map(({ collectionId }) => collectionId));
  const blocks = sql.param(names.map(({ block }) => block));
  const { rows } = await db.execute<{
    collection_id: string;
    block: number;
    numbers: number[];
    sent: Buffer;
  }>(sql`
    select given.collection_id, given.block,
      array_agg(number order by number) as numbers,
      string_agg(bit_send(signature), ''::bytea order by number) as sent
    from unnest(${ids}::uuid[], ${blocks}::int[]) as given (collection_id, block)
    join knowledge_vectors.signatures on signatures.collection_id = given.collection_id
      and number >= given.block * ${BLOCK_PASSAGES} and number < (given.block + 1) * ${BLOCK_PASSAGES}
    where embedder = ${embedder}
    group by given.collection_id, given.block`);
  for (const { collection_id: collectionId, block, numbers, sent } of rows)
    loaded.set(keyOf({ collectionId, block }, embedder), {
      ...{ collectionId, numbers: Int32Array.from(numbers), words: wordsOf(sent, numbers.length) },
    });
  return loaded;
}

function wordsOf(sent: Buffer, passages: number): Uint16Array {
  const words = new Uint16Array(passages * SIGNATURE_WORDS);
  const bytes = new Uint8Array(words.buffer);
  for (let passage = 0; passage < passages; passage += 1) {
    const from = passage * SENT_BYTES + 4;
    bytes.set(sent.subarray(from, from + SIGNATURE_WORDS * 2), passage * SIGNATURE_WORDS * 2);
  }
  return words;
}
