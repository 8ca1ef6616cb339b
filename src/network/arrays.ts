/** Arrays that all threads see. */
export const sharedInts = (length: number): Int32Array<SharedArrayBuffer> =>
  new Int32Array(new SharedArrayBuffer(4 * length));
export const sharedFloats = (length: number): Float64Array<SharedArrayBuffer> =>
  new Float64Array(new SharedArrayBuffer(8 * length));

/** The bytes of all arrays in a value. */
export function bytesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  return Object.values(value).reduce<number>((sum, part) => sum + bytesIn(part), 0);
}

/** Rows of numbers, one after another: row `i` is `values[offsets[i]]` to `values[offsets[i + 1] - 1]`. */
export interface NumberRows {
  offsets: Int32Array;
  values: Int32Array;
}

/**
 * The rows turned round: row `j` of the result has the numbers of those rows that have `j`, ascending.
 *
 * @param count One more than the largest value.
 */
export function transpose({ offsets, values }: NumberRows, count: number): NumberRows {
  const turned = new Int32Array(count + 1);
  for (let i = 0; i < values.length; i++) turned[values[i]! + 1]!++;
  for (let j = 0; j < count; j++) turned[j + 1]! += turned[j]!;
  const next = turned.slice(0, count);
  const rows = new Int32Array(values.length);
  for (let row = 0; row + 1 < offsets.length; row++) {
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) rows[next[values[i]!]!++] = row;
  }
  return { offsets: turned, values: rows };
}
