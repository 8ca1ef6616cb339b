import { type Tx } from '../../graph/database.ts';

/**
 * The same transaction, which is asked nothing twice: for look-ups between which nothing is written. So what will probably be asked
 * can be sent ahead, beside something else.
 */
export class Remembering implements Tx {
  readonly #tx: Tx;
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  rows(cypher: string, parameters: { [name: string]: unknown } = {}): Promise<unknown[][]> {
    return this.#once(['rows', cypher, parameters], () => this.#tx.rows(cypher, parameters));
  }

  run<T = { [name: string]: unknown }>(cypher: string, parameters: { [name: string]: unknown } = {}): Promise<T[]> {
    return this.#once(['run', cypher, parameters], () => this.#tx.run<T>(cypher, parameters));
  }

  #once<T>(question: unknown, ask: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(question);
    const answer = (this.#answers.get(key) as Promise<T> | undefined) ?? ask();
    this.#answers.set(key, answer);
    return answer;
  }
}
