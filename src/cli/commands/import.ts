import { Command } from 'commander';
import { userInfo } from 'node:os';
import { importPrepared } from '../../dataset/import.ts';
import { prepare } from '../../dataset/prepare.ts';
import { tellReport } from '../../dataset/report.ts';
import { readConfig } from '../config.ts';
import { say } from '../say.ts';
import { withDatabase } from '../with-database.ts';

interface Options {
  dryRun?: boolean;
  prune?: boolean;
  source?: string;
}

export const importCommand = new Command('import')
  .description('import data-set files: all of them, or none when anything is wrong; a file again brings the difference')
  .argument('<file...>', 'data sets, YAML or JSON (docs/data-sets.md)')
  .option('--dry-run', 'check everything and say what would change, but write nothing')
  .option('--prune', 'retract what an earlier import of these data sets brought and the files no longer hold')
  .option('--source <file>', 'a copy of the text that one of the files codes, to check the citations against')
  .action(async (files: string[], { dryRun, prune, source }: Options) => {
    const prepared = await prepare(files, { source, onProgress: say });
    // What could not be read at all needs no database to be told.
    const report =
      prepared.blocks.length === 0
        ? { ...prepared, recorded: null }
        : await withDatabase(readConfig(process.env), say, (database) =>
            importPrepared(database, prepared, { by: whoImports(), dryRun, prune, onProgress: say }),
          );
    for (const line of tellReport(report, { dryRun })) say(line);
    if (report.problems.length > 0) process.exitCode = 1;
  });

/** The name for the revisions; some containers have no user of a name. */
function whoImports(): string {
  try {
    return userInfo().username;
  } catch {
    return 'import';
  }
}
