/** Thrown to take back a transaction that is to leave no trace, not even in the version of the graph. */
export class Rollback extends Error {
  readonly response: unknown;

  /** @param response What is answered all the same. */
  constructor(response: unknown) {
    super('taken back');
    this.response = response;
  }
}

/** The answer of a write, whether it was committed or taken back. */
export async function resultOrRollback<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof Rollback) return error.response as T;
    throw error;
  }
}
