import { SIGNATURE_BITS } from './signature.ts';

/** Signatures are compared sixteen bits at a time. */
export const SIGNATURE_WORDS = SIGNATURE_BITS / 16;

/** Signatures of passages of one collection, one after the other. */
export interface SignatureBlock {
  collectionId: string;
  numbers: Int32Array;
  words: Uint16Array;
}

export interface ClosePassage {
  collectionId: string;
  number: number;
}

const BITS_OF = Uint8Array.from({ length: 65_536 }, (_, word) => {
  let bits = 0;
  for (let rest = word; rest > 0; rest &= rest - 1) bits += 1;
  return bits;
});

/** A signature as PostgreSQL writes bits, as words in the order in which its bytes are stored. */
export function wordsOfSignature(bits: string): Uint16Array {
  const bytes = new Uint8Array(SIGNATURE_BITS / 8);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2);
  return new Uint16Array(bytes.buffer);
}

/** The passages whose signatures differ in the fewest bits; more than `limit` only when the last ones differ in as many. */
export function closestOf(
  blocks: readonly SignatureBlock[],
  signature: Uint16Array,
  limit: number,
): ClosePassage[] {
  const distances = blocks.map((block) => distancesOf(block, signature));
  const furthest = furthestOf(distances, limit);
  const close: ClosePassage[] = [];
  blocks.forEach(({ collectionId, numbers }, index) => {
    distances[index]?.forEach((distance, at) => {
      if (distance <= furthest) close.push({ collectionId, number: numbers[at] ?? 0 });
    });
  });
  return close;
}

function distancesOf({ numbers, words }: SignatureBlock, signature: Uint16Array): Uint16Array {
  const distances = new Uint16Array(numbers.length);
  for (let passage = 0, at = 0; passage < distances.length; passage += 1) {
    let differing = 0;
    for (let word = 0; word < SIGNATURE_WORDS; word += 1, at += 1)
      differing += BITS_OF[(words[at] ?? 0) ^ (signature[word] ?? 0)] ?? 0;
    distances[passage] = differing;
  }
  return distances;
}

/** The least distance within which there are enough passages. */
function furthestOf(distances: readonly Uint16Array[], limit: number): number {
  const passages = new Uint32Array(SIGNATURE_BITS + 1);
  for (const own of distances) for (const distance of own) passages[distance] = (passages[distance] ?? 0) + 1;
  let within = 0;
  for (let distance = 0; distance <= SIGNATURE_BITS; distance += 1) {
    within += passages[distance] ?? 0;
    if (within >= limit) return distance;
  }
  return SIGNATURE_BITS;
}
