import { ClientError } from '../../domain/errors.ts';

/** The graph has changed while something was read in several parts, which would not fit together. */
export class GraphChanged extends ClientError {
  constructor() {
    super('GRAPH_CHANGED', 'The graph changes faster than this can be read. Ask for less, or again in a while.');
  }
}

/** How often it is begun, in all. */
const MAX_ATTEMPTS = 4;
/** Characters that are held back: as long as nothing is sent, it can begin anew. */
const HELD_BACK = 4 * 1024 * 1024;

/**
 * Begins anew where the graph changes while the beginning is made. What is longer than is held back fails in the middle if the graph changes
 * then.
 */
export async function beginUntilSteady<T>(
  begin: () => Promise<{ of: T; chunks: AsyncIterable<string> }>,
): Promise<{ of: T; chunks: AsyncIterable<string> }> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { of, chunks } = await begin();
      return { of, chunks: await holdBack(chunks) };
    } catch (error) {
      if (!(error instanceof GraphChanged) || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

/** The same chunks, the first of which are made by the time it resolves. */
async function holdBack(chunks: AsyncIterable<string>): Promise<AsyncIterable<string>> {
  const iterator = chunks[Symbol.asyncIterator]();
  const held: string[] = [];
  let length = 0;
  let isDone = false;
  while (!isDone && length < HELD_BACK) {
    const next = await iterator.next();
    if (next.done) isDone = true;
    else {
      held.push(next.value);
      length += next.value.length;
    }
  }
  return (async function* () {
    yield* held;
    if (isDone) return;
    try {
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  })();
}
