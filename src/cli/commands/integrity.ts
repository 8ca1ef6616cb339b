import { Command } from 'commander';
import { verify } from '../../record/integrity/verify.ts';
import { readConfig } from '../runtime/config.ts';
import { print } from '../runtime/output.ts';
import { withDatabase } from '../runtime/with-database.ts';

export const verifyCommand = new Command('verify')
  .description('compare everything derived with the claims it comes from; ends with 1 and a list where they differ')
  .action(async () => {
    const findings = await withDatabase(readConfig(process.env), print, (database) => verify(database, print));
    for (const { key, message } of findings) print(`${key} ${message}`);
    if (findings.length === 0) return print('The graph is sound: everything derived follows from its claims.');
    print(
      `${findings.length} ${findings.length === 1 ? 'difference' : 'differences'}. "rebuild" works out anew what is derived.`,
    );
    process.exitCode = 1;
  });
