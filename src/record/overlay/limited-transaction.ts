import { type Tx } from '../../graph/database.ts';
import { ALWAYS_HELD, bytesOf, tooLarge } from '../input/transaction-capacity.ts';

/**
 * A transaction that weighs the rows it sends, and sends none that the database would not hold: it would work for minutes and then
 * keep nothing.
 *
 * @param capacity In bytes; asked once, and only by a write that is not small.
 * @throws ClientError TOO_LARGE
 */
export function limitedTransaction(tx: Tx, capacity: () => Promise<number>): Tx {
  let bytes = 0;
  let limit: Promise<number> | null = null;
  /** Null if it may be sent at once. Statements that wait are sent in their order. */
  const weigh = (parameters: { [name: string]: unknown } | undefined): Promise<void> | null => {
    bytes += bytesOf(parameters?.rows);
    if (bytes <= ALWAYS_HELD) return null;
    limit ??= capacity();
    return limit.then((most) => {
      if (bytes > most) throw tooLarge(most);
    });
  };
  return {
    rows: (cypher, parameters) =>
      weigh(parameters)?.then(() => tx.rows(cypher, parameters)) ?? tx.rows(cypher, parameters),
    run: <T>(cypher: string, parameters?: { [name: string]: unknown }) =>
      weigh(parameters)?.then(() => tx.run<T>(cypher, parameters)) ?? tx.run<T>(cypher, parameters),
  };
}
