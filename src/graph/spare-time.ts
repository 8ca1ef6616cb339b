import { cpus } from 'node:os';

/**
 * Tells whether a processor of this machine has been idle since the last call. On a machine without spare time, a database that is silent may
 * only be waiting for its turn.
 */
export function createSpareTimeProbe(idleMs: () => number = totalIdleMs): () => boolean {
  let last = idleMs();
  return () => {
    const before = last;
    last = idleMs();
    return last > before;
  };
}

/** Idle time of all processors together since the machine was started. */
function totalIdleMs(): number {
  return cpus().reduce((total, { times }) => total + times.idle, 0);
}
