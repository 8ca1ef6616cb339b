import { type Tx } from '../../graph/database.ts';

/** Rows that one statement takes: enough to amortize the round trip, few enough for the heap of a small database. */
const BATCH = 2_000;

/** Runs a statement that begins with `UNWIND $rows AS row`, once for each batch of rows. */
export async function inBatches(
  tx: Tx,
  statement: string,
  rows: readonly Record<string, unknown>[],
  further: Record<string, unknown> = {},
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    await tx.rows(statement, { ...further, rows: rows.slice(start, start + BATCH).map(storable) });
  }
}

/** The driver writes numbers as floating point; whole ones go as integers, so that they look like what they are. */
export function storable<T>(value: T): T {
  if (typeof value === 'number') return (Number.isInteger(value) ? BigInt(value) : value) as T;
  if (Array.isArray(value)) return value.map((each) => storable<unknown>(each)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, storable<unknown>(each)])) as T;
}
