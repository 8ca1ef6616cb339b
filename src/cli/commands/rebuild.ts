import { Command } from 'commander';
import { rebuild } from '../../record/rebuild.ts';
import { readConfig } from '../config.ts';
import { say } from '../say.ts';
import { withDatabase } from '../with-database.ts';

export const rebuildCommand = new Command('rebuild')
  .description('work out everything derived anew, from claims and descriptions')
  .action(async () => {
    const changed = await withDatabase(readConfig(process.env), say, (database) => rebuild(database, say));
    say(
      changed === 0 ? 'Nothing had to change.' : `${changed} ${changed === 1 ? 'thing was' : 'things were'} put right.`,
    );
  });
