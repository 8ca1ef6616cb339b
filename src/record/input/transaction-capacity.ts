import { ClientError } from '../../domain/errors.ts';
import { type Database } from '../../graph/database.ts';

/** The limit of one recording whatever the memory: other writers would wait too long. */
export const MAX_ROWS = 20_000;

/**
 * What the database holds until the commit of a row of a data set with its claim, revisions and relationships, for what is decided
 * before anything is planned. Measured: 29,000 to 50,000.
 */
export const BYTES_PER_ROW = 40_000;

/** How many rows can be recorded in one transaction that may write so many bytes. */
export const rowsIn = (bytes: number): number => Math.floor(Math.min(MAX_ROWS, bytes / BYTES_PER_ROW));

/** What it holds of each value that it is sent in rows, measured: with its share of the node or relationship and of the indexes. */
const BYTES_PER_VALUE = 300;
const BYTES_PER_CHARACTER = 4;

/** What a database of any size holds. */
export const ALWAYS_HELD = 8 * 2 ** 20;

/** Others read and write at the same time, and what a write reads is held, too. */
const SHARE = 0.5;

/** For a database that does not show its settings: with a small heap of 512 MB. */
const DEFAULT_MEMORY = 350 * 2 ** 20;

// A setting of 0 is no limit.
const LIMITS = `SHOW SETTINGS 'db.memory.transaction.max', 'dbms.memory.transaction.total.max', 'db.memory.transaction.total.max'
YIELD value RETURN value`;

/** How many bytes one transaction may write, by the memory that the database gives to transactions. */
export async function readTransactionCapacity(database: Database): Promise<number> {
  const rows = await database.read((tx) => tx.rows(LIMITS)).catch(() => []); // who may write may not always look at settings
  const limits = rows.map(([value]) => parseBytes(value)).filter((bytes) => bytes > 0);
  return SHARE * (limits.length === 0 ? DEFAULT_MEMORY : Math.min(...limits));
}

/** What the database holds of these rows until the commit. */
export function bytesOf(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'string') return BYTES_PER_VALUE + BYTES_PER_CHARACTER * value.length;
  if (typeof value !== 'object') return BYTES_PER_VALUE;
  let bytes = 0;
  for (const each of Array.isArray(value) ? value : Object.values(value)) bytes += bytesOf(each);
  return bytes;
}

/** The error of a write that does not fit into one transaction. */
export function tooLarge(capacity: number): ClientError {
  const message =
    `This would write more than ${Math.round(capacity / 2 ** 20)} MB at once, which is as much as one transaction of this database ` +
    'holds. Nothing was written. Record it in parts, or give the database more memory.';
  return new ClientError('TOO_LARGE', message, { bytes: Math.round(capacity) });
}

export const isTooLarge = (error: unknown): boolean => error instanceof ClientError && error.code === 'TOO_LARGE';

const UNITS: Record<string, number> = { B: 1, KIB: 2 ** 10, MIB: 2 ** 20, GIB: 2 ** 30, TIB: 2 ** 40 };

/** `716.80MiB` in bytes; 0 for text that is no amount. */
function parseBytes(value: unknown): number {
  const [, number, unit] = /^([\d.]+)\s*([KMGT]?i?B)?$/i.exec(String(value)) ?? [];
  return Number(number ?? 0) * (UNITS[(unit ?? 'B').toUpperCase()] ?? 1);
}
