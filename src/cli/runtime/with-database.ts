import { type Database } from '../../graph/database.ts';
import { type Config } from './config.ts';
import { type OpenDatabase, type PrintLine, openForCommand } from './open-database.ts';
import { stopOnSignals } from './signals.ts';

/** Runs a command's work on the database, and closes it in any case. Ctrl-C closes it too; an open transaction is rolled back. */
export async function withDatabase<T>(
  config: Config,
  print: PrintLine,
  work: (database: Database) => Promise<T>,
  options: { creates?: boolean } = {},
): Promise<T> {
  let opened: OpenDatabase | null = null;
  let interrupted = false;
  stopOnSignals(async () => {
    interrupted = true;
    await opened?.stop();
    print('Interrupted.');
  });

  opened = await openForCommand(config, print, options);
  try {
    return await work(opened.database);
  } catch (error) {
    // After Ctrl-C this is only the error of the closed connection, and the process is about to exit.
    if (interrupted) await new Promise(() => {});
    throw error;
  } finally {
    await opened.stop();
  }
}
