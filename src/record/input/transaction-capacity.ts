import { type Database } from '../../graph/database.ts';

/** How much one transaction can hold, in rows of a data set. */
export interface TransactionCapacity {
  /** The most rows that can be recorded in one transaction. */
  atOnce: number;
  /** A good batch size for larger inputs. */
  batch: number;
}

/** The limit of one recording whatever the memory: other writers would wait too long. */
export const MAX_ROWS = 20_000;

/** Measured: a participation with its claim, revisions and relationships, as the database holds it until the commit. */
const BYTES_PER_ROW = 51_000;

/** Larger batches are hardly faster: the cost per batch is small compared with 4,000 rows. */
const MAX_BATCH = 4_000;
const MIN_BATCH = 200;

/** For a database that does not show its settings: safe with a small heap of 512 MB. */
const DEFAULT_CAPACITY: TransactionCapacity = { atOnce: MAX_ROWS, batch: 2_000 };

// A setting of 0 is no limit. Concurrent readers need their share of the total.
const LIMITS = `SHOW SETTINGS 'db.memory.transaction.max', 'dbms.memory.transaction.total.max', 'db.memory.transaction.total.max'
YIELD value RETURN value`;

/** Reads how much memory the database gives to a transaction. */
export async function readTransactionCapacity(database: Database): Promise<TransactionCapacity> {
  const rows = await database.read((tx) => tx.rows(LIMITS)).catch(() => []); // who may write may not always look at settings
  const limits = rows.map(([value]) => parseBytes(value)).filter((bytes) => bytes > 0);
  if (limits.length === 0) return DEFAULT_CAPACITY;
  return capacityForMemory(Math.min(...limits));
}

/** @param bytes The memory that transactions may use. */
export function capacityForMemory(bytes: number): TransactionCapacity {
  const rows = bytes / BYTES_PER_ROW;
  return {
    atOnce: Math.floor(Math.min(MAX_ROWS, Math.max(MIN_BATCH, 0.9 * rows))),
    batch: Math.floor(Math.min(MAX_BATCH, Math.max(MIN_BATCH, 0.25 * rows))),
  };
}

const UNITS: Record<string, number> = { B: 1, KIB: 2 ** 10, MIB: 2 ** 20, GIB: 2 ** 30, TIB: 2 ** 40 };

/** `716.80MiB` in bytes; 0 for text that is no amount. */
function parseBytes(value: unknown): number {
  const [, number, unit] = /^([\d.]+)\s*([KMGT]?i?B)?$/i.exec(String(value)) ?? [];
  return Number(number ?? 0) * (UNITS[(unit ?? 'B').toUpperCase()] ?? 1);
}
