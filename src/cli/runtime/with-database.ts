import { type Database } from '../../graph/database.ts';
import { type Config } from './config.ts';
import { type OpenDatabase, type PrintLine, openForCommand } from './open-database.ts';
import { stopOnSignals } from './signals.ts';

/**
 * Does a command's work on the database and closes it whatever happens; Ctrl-C does so too, and what the work was
 * writing at that moment does not count.
 */
export async function withDatabase<T>(
  config: Config,
  print: PrintLine,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  let opened: OpenDatabase | null = null;
  let interrupted = false;
  stopOnSignals(async () => {
    interrupted = true;
    await opened?.stop();
    print('Interrupted.');
  });

  opened = await openForCommand(config, print);
  try {
    return await work(opened.database);
  } catch (error) {
    // Then it is only that of the connection closed under the work; the process ends in a moment.
    if (interrupted) await new Promise(() => {});
    throw error;
  } finally {
    await opened.stop();
  }
}
