import { type Database } from '../../graph/database.ts';

/** What one transaction of the database holds, in rows of a data set. */
export interface TransactionCapacity {
  /** An input of more rows cannot be recorded all or nothing. */
  atOnce: number;
  /** A good size for parts of such an input. */
  batch: number;
}

/** One recording takes no more, whatever the memory: it would keep all other writers waiting too long. */
export const MAX_ROWS = 20_000;

/** Measured: a participation with its claim, its revisions and all edges, as the database keeps it until it commits. */
const BYTES_PER_ROW = 51_000;

/** Larger batches are hardly faster: what a batch costs by itself is little beside 4,000 rows. */
const MAX_BATCH = 4_000;
const MIN_BATCH = 200;

/** Where the database does not tell: safe with a heap of 512 MB, which is small. */
const DEFAULT_CAPACITY: TransactionCapacity = { atOnce: MAX_ROWS, batch: 2_000 };

// Either may be set to 0, which is no limit; of the total, readers at the same time need their part.
const LIMITS = `SHOW SETTINGS 'db.memory.transaction.max', 'dbms.memory.transaction.total.max', 'db.memory.transaction.total.max'
YIELD value RETURN value`;

/** Asks the database how much memory a transaction may take. */
export async function readTransactionCapacity(database: Database): Promise<TransactionCapacity> {
  const rows = await database.read((tx) => tx.rows(LIMITS)).catch(() => []); // who may write may not always look at settings
  const limits = rows.map(([value]) => parseBytes(value)).filter((bytes) => bytes > 0);
  if (limits.length === 0) return DEFAULT_CAPACITY;
  return capacityForMemory(Math.min(...limits));
}

/** @param bytes The memory that transactions may take. */
export function capacityForMemory(bytes: number): TransactionCapacity {
  const rows = bytes / BYTES_PER_ROW;
  return {
    atOnce: Math.floor(Math.min(MAX_ROWS, Math.max(MIN_BATCH, 0.9 * rows))),
    batch: Math.floor(Math.min(MAX_BATCH, Math.max(MIN_BATCH, 0.25 * rows))),
  };
}

const UNITS: Record<string, number> = { B: 1, KIB: 2 ** 10, MIB: 2 ** 20, GIB: 2 ** 30, TIB: 2 ** 40 };

/** `716.80MiB` in bytes; 0 for what is no amount. */
function parseBytes(value: unknown): number {
  const [, number, unit] = /^([\d.]+)\s*([KMGT]?i?B)?$/i.exec(String(value)) ?? [];
  return Number(number ?? 0) * (UNITS[(unit ?? 'B').toUpperCase()] ?? 1);
}
