import { Command } from 'commander';
import { userInfo } from 'node:os';
import { formatReport } from '../../dataset/format-report.ts';
import { importPrepared } from '../../dataset/import.ts';
import { prepareImport } from '../../dataset/prepare.ts';
import { readConfig } from '../runtime/config.ts';
import { print } from '../runtime/output.ts';
import { withDatabase } from '../runtime/with-database.ts';

interface Options {
  dryRun?: boolean;
  prune?: boolean;
  strict?: boolean;
  source?: string;
}

export const importCommand = new Command('import')
  .description('import data-set files: all or none; importing a file again applies the difference')
  .argument('<file...>', 'data sets, YAML or JSON (docs/data-sets.md)')
  .option('--dry-run', 'check everything and report what would change, but write nothing')
  .option(
    '--strict',
    'write nothing if the files would bring entities that may be known already, or double in the files',
  )
  .option('--prune', 'retract what earlier imports of these data sets added and the files no longer contain')
  .option('--source <file>', 'a copy of the source text of one of the files, to check its citations against')
  .action(async (files: string[], { dryRun, prune, strict, source }: Options) => {
    const prepared = await prepareImport(files, { source, onProgress: print });
    // If nothing could be read, the problems need no database.
    const report =
      prepared.blocks.length === 0
        ? { ...prepared, warnings: [], recorded: null }
        : await withDatabase(
            readConfig(process.env),
            print,
            (database) =>
              importPrepared(database, prepared, { by: importedBy(), dryRun, prune, strict, onProgress: print }),
            { creates: true },
          );
    for (const line of formatReport(report, { dryRun, strict })) print(line);
    const isStopped = strict === true && (report.recorded?.possibleDuplicates ?? []).length > 0;
    if (report.problems.length > 0 || isStopped) process.exitCode = 1;
  });

/** Recorded with each change (`by`); some containers have no user name. */
function importedBy(): string {
  try {
    return userInfo().username;
  } catch {
    return 'import';
  }
}
