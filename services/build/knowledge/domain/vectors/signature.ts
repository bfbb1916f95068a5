/** Bits of a signature; the table's column has as many. */
export const SIGNATURE_BITS = 512;

/** Planes through the origin, the same on every machine and for ever: signatures are kept. */
const planesOf = new Map<number, Float32Array>();

function planes(dimensions: number): Float32Array {
  const known = planesOf.get(dimensions);
  if (known !== undefined) return known;
  const made = new Float32Array(SIGNATURE_BITS * dimensions);
  let state = 0x9e3779b9;
  for (let at = 0; at < made.length; at += 1) {
    // Marsaglia's xorshift; plus or minus one is as good as a normal draw here (Achlioptas 2003).
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    made[at] = (state & 0x10000) === 0 ? 1 : -1;
  }
  planesOf.set(dimensions, made);
  return made;
}

/** On which side of 512 planes a vector lies (Charikar 2002): few differing bits mean a small angle. As PostgreSQL writes bits. */
export function signatureOf(vector: Float32Array): string {
  const given = planes(vector.length);
  let bits = '';
  for (let plane = 0; plane < SIGNATURE_BITS; plane += 1) {
    const from = plane * vector.length;
    let sum = 0;
    for (let at = 0; at < vector.length; at += 1) sum += (given[from + at] ?? 0) * (vector[at] ?? 0);
    bits += sum > 0 ? '1' : '0';
  }
  return bits;
}
