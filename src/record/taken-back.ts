/** Thrown to take back a transaction that is to leave no trace, not even in the version of the graph. */
export class TakenBack extends Error {
  readonly answer: unknown;

  /** @param answer What is answered all the same. */
  constructor(answer: unknown) {
    super('taken back');
    this.answer = answer;
  }
}

/** The answer of a write, whether it was committed or taken back. */
export async function answerOf<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof TakenBack) return error.answer as T;
    throw error;
  }
}
