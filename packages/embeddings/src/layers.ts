// Steps that both networks share, on rows of 32-bit floats in place.

export const padded = (count: number, by: number) => Math.ceil(count / by) * by;

export function add(values: Float32Array, others: Float32Array): void {
  for (let i = 0; i < others.length; i += 1) values[i] = (values[i] ?? 0) + (others[i] ?? 0);
}

/** Layer normalisation. */
export function normalize(
  values: Float32Array,
  gain: Float32Array,
  bias: Float32Array,
  epsilon: number,
): void {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  const factor = 1 / Math.sqrt(squares / values.length + epsilon);
  for (let i = 0; i < values.length; i += 1) {
    values[i] = ((values[i] ?? 0) - mean) * factor * (gain[i] ?? 0) + (bias[i] ?? 0);
  }
}
