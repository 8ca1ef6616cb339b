import { Command } from 'commander';
import { rebuild } from '../../record/integrity/rebuild.ts';
import { verify } from '../../record/integrity/verify.ts';
import { readConfig } from '../runtime/config.ts';
import { print } from '../runtime/output.ts';
import { withDatabase } from '../runtime/with-database.ts';

export const verifyCommand = new Command('verify')
  .description('compare all derived data with the claims it is derived from; exit code 1 and a list if they differ')
  .action(async () => {
    const violations = await withDatabase(readConfig(process.env), print, (database) => verify(database, print));
    for (const { key, message } of violations) print(`${key} ${message}`);
    if (violations.length === 0) return print('The graph is consistent: all derived data follows from its claims.');
    print(
      `${violations.length} ${violations.length === 1 ? 'difference' : 'differences'}. "rebuild" derives everything again.`,
    );
    process.exitCode = 1;
  });

export const rebuildCommand = new Command('rebuild')
  .description('derive all derived data again, from claims and descriptions')
  .action(async () => {
    const changed = await withDatabase(readConfig(process.env), print, (database) => rebuild(database, print));
    print(changed === 0 ? 'Nothing had to be changed.' : `Corrected ${changed} ${changed === 1 ? 'node' : 'nodes'}.`);
  });
