import { type Database } from '../graph/database.ts';
import { type Config } from './config.ts';
import { type Opened, type Say, openForCommand } from './open.ts';
import { stopOnSignals } from './signals.ts';

/**
 * Does a command's work on the database and closes it whatever happens; Ctrl-C does so too, and what the work was
 * writing at that moment does not count.
 */
export async function withDatabase<T>(config: Config, say: Say, work: (database: Database) => Promise<T>): Promise<T> {
  const opening: { opened?: Opened } = {};
  stopOnSignals(async () => opening.opened?.stop());
  const opened = (opening.opened = await openForCommand(config, say));
  try {
    return await work(opened.database);
  } finally {
    await opened.stop();
  }
}
