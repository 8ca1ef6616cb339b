import { Command } from 'commander';
import { dbCommand } from './commands/db.ts';
import { exportCommand } from './commands/export.ts';
import { importAllCommand } from './commands/import-all.ts';
import { importCommand } from './commands/import.ts';
import { rebuildCommand, verifyCommand } from './commands/integrity.ts';
import { keysCommand } from './commands/keys.ts';
import { mapCommand } from './commands/map.ts';
import { mcpCommand } from './commands/mcp.ts';
import { schemaCommand } from './commands/schema.ts';
import { suggestCommand } from './commands/suggest.ts';
import { explainError, print } from './runtime/output.ts';

const program = new Command('chancery')
  .description('A knowledge graph of defence diplomacy: who met whom, in what role, according to which source.')
  .usage('COMMAND [options]')
  .showHelpAfterError('(see --help)')
  .configureHelp({ showGlobalOptions: false });

for (const command of [
  dbCommand,
  importCommand,
  suggestCommand,
  mapCommand,
  exportCommand,
  mcpCommand,
  importAllCommand,
  verifyCommand,
  rebuildCommand,
  keysCommand,
  schemaCommand,
])
  program.addCommand(command);

try {
  await program.parseAsync();
} catch (error) {
  print(explainError(error));
  process.exitCode = 1;
}
