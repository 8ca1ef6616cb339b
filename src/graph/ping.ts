import { type Config, type Driver } from 'neo4j-driver';
import { isUnavailable } from './transactions/driver-errors.ts';

/** Longer than a busy database takes; then the connection is given up for a new one, because it may be dead. */
const PING_TIMEOUT_MS = 5_000;

/** Pings on one connection of its own, because those of the pool may all be in use. */
export interface Ping {
  /** Resolves when the database answers. Rejects when it cannot be reached by a new connection either. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param openDriver Opens a driver with these changes.
 * @param send Sends the smallest query.
 */
export function createPing(openDriver: (config: Config) => Driver, send: (driver: Driver) => Promise<void>): Ping {
  let driver: Driver | undefined;
  let isClosed = false;

  async function dropConnection(): Promise<void> {
    const dropped = driver;
    driver = undefined;
    await dropped?.close();
  }

  async function sendOnce(): Promise<void> {
    if (isClosed) throw new Error('The connection for pings is closed.');
    driver ??= openDriver({ maxConnectionPoolSize: 1, connectionTimeout: PING_TIMEOUT_MS });
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`No answer to a ping within ${PING_TIMEOUT_MS} ms.`)), PING_TIMEOUT_MS);
    });
    try {
      await Promise.race([send(driver), timeout]);
    } catch (error) {
      dropConnection().catch(() => {}); // not awaited: it may hang as the ping did
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    ping: async () => {
      try {
        await sendOnce();
      } catch (error) {
        if (!isUnavailable(error)) throw error;
        await sendOnce(); // the connection may be one of before a restart
      }
    },
    close: () => {
      isClosed = true;
      return dropConnection();
    },
  };
}
