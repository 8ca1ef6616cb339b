import { type Record, type Result } from 'neo4j-driver';
import { type StatementRunner } from './sessions.ts';

/** One transaction: statements see the writes of earlier ones. */
export interface Tx {
  /** The rows as tuples, in the order of the RETURN clause. */
  rows(cypher: string, parameters?: { [name: string]: unknown }): Promise<unknown[][]>;
  /** The rows as objects, with the names of the RETURN clause. */
  run<T = { [name: string]: unknown }>(cypher: string, parameters?: { [name: string]: unknown }): Promise<T[]>;
}

export function createTx(transaction: StatementRunner): Tx {
  return {
    rows: (cypher, parameters) => toTuples(transaction.run(cypher, parameters)),
    run: <T>(cypher: string, parameters?: { [name: string]: unknown }) =>
      collect(transaction.run(cypher, parameters), (record) => record.toObject() as T),
  };
}

export function toTuples(result: Result): Promise<unknown[][]> {
  return collect(result, (record) => record.keys.map((_, index) => record.get(index) as unknown));
}

/**
 * Converts rows as they arrive, so that decoding overlaps with the execution of the statement. The driver keeps whoever takes the
 * rows of a statement until its transaction ends, so they are taken from there: else a long transaction would keep all that it reads.
 */
async function collect<T>(result: Result, mapRecord: (record: Record) => T): Promise<T[]> {
  const taken: { rows: T[] } = { rows: [] };
  await new Promise<void>((resolve, reject) => {
    result.subscribe({
      onNext: (record) => taken.rows.push(mapRecord(record)),
      onCompleted: () => resolve(),
      onError: reject,
    });
  });
  const { rows } = taken;
  taken.rows = [];
  return rows;
}
