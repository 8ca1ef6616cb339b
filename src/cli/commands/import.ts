import { Command } from 'commander';
import { userInfo } from 'node:os';
import { importPrepared } from '../../dataset/import.ts';
import { prepareImport } from '../../dataset/prepare.ts';
import { formatReport } from '../../dataset/format-report.ts';
import { readConfig } from '../runtime/config.ts';
import { print } from '../runtime/output.ts';
import { withDatabase } from '../runtime/with-database.ts';

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
    const prepared = await prepareImport(files, { source, onProgress: print });
    // What could not be read at all needs no database to be told.
    const report =
      prepared.blocks.length === 0
        ? { ...prepared, recorded: null }
        : await withDatabase(readConfig(process.env), print, (database) =>
            importPrepared(database, prepared, { by: importedBy(), dryRun, prune, onProgress: print }),
          );
    for (const line of formatReport(report, { dryRun })) print(line);
    if (report.problems.length > 0) process.exitCode = 1;
  });

/** The name for the revisions; some containers have no user of a name. */
function importedBy(): string {
  try {
    return userInfo().username;
  } catch {
    return 'import';
  }
}
