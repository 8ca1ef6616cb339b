/** Begins work under a key, or waits for the same that has begun or is done. */
export type SharedWork<T> = (
  key: string,
  work: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal | undefined,
) => Promise<T>;

/**
 * Work that several wait for. One who leaves is rejected with the reason at once; the work goes on as long as anybody is left, and is
 * stopped by the last. What was stopped or has failed is begun anew by whoever asks next.
 */
export function createSharedWork<T>(): SharedWork<T> {
  const begun = new Map<string, { result: Promise<T>; waiting: number; leaving: AbortController }>();

  function begin(key: string, work: (signal: AbortSignal) => Promise<T>) {
    const leaving = new AbortController();
    const shared = { result: work(leaving.signal), waiting: 0, leaving };
    begun.set(key, shared);
    shared.result.catch(() => begun.get(key) === shared && begun.delete(key));
    return shared;
  }

  return async (key, work, signal) => {
    signal?.throwIfAborted();
    const shared = begun.get(key) ?? begin(key, work);
    shared.waiting++;
    if (!signal) return shared.result;
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        reject(signal.reason as Error);
        if (--shared.waiting > 0) return;
        if (begun.get(key) === shared) begun.delete(key);
        shared.leaving.abort(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
      shared.result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    });
  };
}
