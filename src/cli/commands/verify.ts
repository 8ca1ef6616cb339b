import { Command } from 'commander';
import { verify } from '../../record/verify.ts';
import { readConfig } from '../config.ts';
import { say } from '../say.ts';
import { withDatabase } from '../with-database.ts';

export const verifyCommand = new Command('verify')
  .description('compare everything derived with the claims it comes from; ends with 1 and a list where they differ')
  .action(async () => {
    const findings = await withDatabase(readConfig(process.env), say, (database) => verify(database, say));
    for (const { key, message } of findings) say(`${key} ${message}`);
    if (findings.length === 0) return say('The graph is sound: everything derived follows from its claims.');
    say(
      `${findings.length} ${findings.length === 1 ? 'difference' : 'differences'}. "rebuild" works out anew what is derived.`,
    );
    process.exitCode = 1;
  });
