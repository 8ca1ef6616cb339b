import { Command } from 'commander';
import { db } from './commands/db.ts';
import { exportCommand } from './commands/export.ts';
import { importAll } from './commands/import-all.ts';
import { importCommand } from './commands/import.ts';
import { keys } from './commands/keys.ts';
import { rebuildCommand } from './commands/rebuild.ts';
import { schema } from './commands/schema.ts';
import { verifyCommand } from './commands/verify.ts';
import { explain, say } from './say.ts';

const program = new Command('chancery')
  .description('A knowledge graph of defence diplomacy: who met whom, in what role, on whose word.')
  .usage('COMMAND [options]')
  .showHelpAfterError('(--help says what there is)')
  .configureHelp({ showGlobalOptions: false });

for (const command of [db, importCommand, exportCommand, importAll, verifyCommand, rebuildCommand, keys, schema])
  program.addCommand(command);

try {
  await program.parseAsync();
} catch (error) {
  say(explain(error));
  process.exitCode = 1;
}
