import { type Record, type Result } from 'neo4j-driver';
import { type StatementRunner } from './sessions.ts';

/** One transaction: statements see what earlier ones of it have written. */
export interface Tx {
  /** The rows of a statement, each a tuple in the order of its RETURN. */
  rows(cypher: string, parameters?: { [name: string]: unknown }): Promise<unknown[][]>;
  /** The rows of a statement as objects, named as its RETURN names them. */
  run<T = { [name: string]: unknown }>(cypher: string, parameters?: { [name: string]: unknown }): Promise<T[]>;
}

export function createTx(transaction: StatementRunner): Tx {
  return {
    rows: (cypher, parameters) => toTuples(transaction.run(cypher, parameters)),
    run: <T>(cypher: string, parameters?: { [name: string]: unknown }) =>
      collect(transaction.run(cypher, parameters), (record) => record.toObject() as T),
  };
}

/** The rows of a result as tuples. */
export function toTuples(result: Result): Promise<unknown[][]> {
  return collect(result, (record) => record.keys.map((_, index) => record.get(index) as unknown));
}

/** Collects as rows arrive, so that decoding overlaps with the statement's execution. */
function collect<T>(result: Result, mapRecord: (record: Record) => T): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const rows: T[] = [];
    result.subscribe({
      onNext: (record) => rows.push(mapRecord(record)),
      onCompleted: () => resolve(rows),
      onError: reject,
    });
  });
}
