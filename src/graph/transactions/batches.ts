import { type Tx } from './transaction.ts';

/** Rows of one statement: enough to amortize the round trip, few enough for the heap of a small database. */
const BATCH = 1_000;

/**
 * Runs a statement that begins with `UNWIND $rows AS row`, once for each batch of rows. While the database works on one
 * batch, the next one is prepared and sent.
 */
export async function inBatches(
  tx: Tx,
  statement: string,
  rows: readonly (Record<string, unknown> | unknown[])[],
  parameters: Record<string, unknown> = {},
): Promise<void> {
  let previous: Promise<unknown> = Promise.resolve();
  for (let start = 0; start < rows.length; start += BATCH) {
    const sent = tx.rows(statement, { ...parameters, rows: rows.slice(start, start + BATCH).map(toStorable) });
    sent.catch(() => {}); // thrown below, unless the batch before it failed too
    await previous;
    previous = sent;
  }
  await previous;
}

/** The driver sends numbers as floats; whole ones are sent as integers. */
export function toStorable<T>(value: T): T {
  if (typeof value === 'number') return (Number.isInteger(value) ? BigInt(value) : value) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => toStorable<unknown>(each)) as T;
  const copy: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(value)) copy[name] = toStorable<unknown>(each);
  return copy as T;
}
