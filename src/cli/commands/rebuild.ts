import { Command } from 'commander';
import { rebuild } from '../../record/integrity/rebuild.ts';
import { readConfig } from '../runtime/config.ts';
import { print } from '../runtime/output.ts';
import { withDatabase } from '../runtime/with-database.ts';

export const rebuildCommand = new Command('rebuild')
  .description('work out everything derived anew, from claims and descriptions')
  .action(async () => {
    const changed = await withDatabase(readConfig(process.env), print, (database) => rebuild(database, print));
    print(
      changed === 0 ? 'Nothing had to change.' : `${changed} ${changed === 1 ? 'thing was' : 'things were'} put right.`,
    );
  });
