import { type Running, type ServerName, memoryOf } from '../servers/running.ts';

/** Watches the memory of servers while they are measured. */
export interface MemoryWatch {
  /** The most that each held, in MB; null where the system does not tell. */
  stop(): Map<ServerName, number | null>;
}

const EVERY_MS = 1_000;

export function watchMemory(servers: readonly Running[]): MemoryWatch {
  const peaks = new Map<ServerName, number | null>(servers.map(({ name }) => [name, null]));
  const look = async () => {
    for (const { name, pid } of servers) {
      const now = await memoryOf(pid);
      if (now !== null) peaks.set(name, Math.max(now, peaks.get(name) ?? 0));
    }
  };
  const timer = setInterval(() => void look(), EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return peaks;
    },
  };
}
