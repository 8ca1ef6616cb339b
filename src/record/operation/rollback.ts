/** Thrown inside a transaction to roll it back and still return a result: the graph, its version included, stays as it was. */
export class Rollback extends Error {
  readonly result: unknown;

  constructor(result: unknown) {
    super('rolled back');
    this.result = result;
  }
}

/** The result of a write, whether it was committed or ended by a {@link Rollback}. */
export async function resultOrRollback<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof Rollback) return error.result as T;
    throw error;
  }
}
