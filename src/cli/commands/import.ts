import { Command } from 'commander';
import { userInfo } from 'node:os';
import { formatReport } from '../../dataset/format-report.ts';
import { type ImportReport, importPrepared } from '../../dataset/import.ts';
import { checkTable } from '../../dataset/mapping/check-table.ts';
import { formatTableCheck, formatTableReport } from '../../dataset/mapping/format-table-report.ts';
import { importTable, importWholeTable } from '../../dataset/mapping/import-table.ts';
import { openMappedTable } from '../../dataset/mapping/open-mapped-table.ts';
import { prepareImport } from '../../dataset/prepare.ts';
import { ClientError } from '../../domain/errors.ts';
import { type Database } from '../../graph/database.ts';
import { readConfig } from '../runtime/config.ts';
import { print } from '../runtime/output.ts';
import { withDatabase } from '../runtime/with-database.ts';

interface Options {
  dryRun?: boolean;
  prune?: boolean;
  strict?: boolean;
  source?: string;
  mapping?: string;
  check?: boolean;
  allOrNothing?: boolean;
}

export const importCommand = new Command('import')
  .description('import data-set files: all or none; importing a file again applies the difference')
  .argument('<file...>', 'data sets, YAML or JSON (docs/data-sets.md), or with --mapping one table')
  .option('--dry-run', 'check everything and report what would change, but write nothing')
  .option(
    '--strict',
    'write nothing if the files would bring entities that may be known already, or double in the files',
  )
  .option('--prune', 'retract what earlier imports of these data sets added and the files no longer contain')
  .option('--source <file>', 'a copy of the source text of one of the files, to check its citations against')
  .option('--mapping <file>', 'how a table, or a file of entities, becomes a data set (docs/mapping.md)')
  .option('--check', 'with --mapping: print the first rows as a data set, and what is wrong with all; write nothing')
  .option('--all-or-nothing', 'with --mapping: write nothing if any row of the table is rejected')
  .action(async (files: string[], options: Options) => {
    if (options.mapping !== undefined) return importMapped(options.mapping, files, options);
    if (options.check === true || options.allOrNothing === true)
      throw new ClientError(
        'BAD_REQUEST',
        '--check and --all-or-nothing need --mapping: data sets are all or nothing.',
      );
    const { dryRun, prune, strict, source } = options;
    const prepared = await prepareImport(files, { source, onProgress: print });
    // If nothing could be read, the problems need no database.
    const report =
      prepared.blocks.length === 0
        ? { ...prepared, warnings: [], recorded: null }
        : await onGraph((database) =>
            importPrepared(database, prepared, { by: importedBy(), dryRun, prune, strict, onProgress: print }),
          );
    printReport(report, options);
  });

async function importMapped(mapping: string, files: readonly string[], options: Options): Promise<void> {
  const [file, ...others] = files;
  if (others.length > 0 || options.source !== undefined)
    throw new ClientError('BAD_REQUEST', '--mapping goes with one table, and without --source.');
  const opened = await openMappedTable(mapping, file!);
  for (const note of opened.notes) print(`${file!}: ${note}`);
  if (options.check === true) {
    const check = opened.asksGraph
      ? await onGraph((database) => checkTable(opened.on(database)))
      : await checkTable(opened.on(null));
    process.stdout.write(check.sample);
    for (const line of formatTableCheck(check)) print(line);
    if (check.problems.length > 0) process.exitCode = 1;
    return;
  }
  const { dryRun, prune, strict, allOrNothing } = options;
  const write = { by: importedBy(), onProgress: print };
  if ([dryRun, prune, strict, allOrNothing].includes(true)) {
    const report = await onGraph((database) =>
      importWholeTable(database, opened.on(database), { ...write, dryRun, prune, strict }),
    );
    return printReport(report, options);
  }
  const report = await onGraph((database) => importTable(database, opened.on(database), write));
  for (const line of formatTableReport(report)) print(line);
  if (report.rejected.count > 0) process.exitCode = 1;
}

const onGraph = <T>(work: (database: Database) => Promise<T>): Promise<T> =>
  withDatabase(readConfig(process.env), print, work, { creates: true });

function printReport(report: ImportReport, { dryRun, strict }: Options): void {
  for (const line of formatReport(report, { dryRun, strict })) print(line);
  const isStopped = strict === true && (report.recorded?.possibleDuplicates ?? []).length > 0;
  if (report.problems.length > 0 || isStopped) process.exitCode = 1;
}

/** Recorded with each change (`by`); some containers have no user name. */
function importedBy(): string {
  try {
    return userInfo().username;
  } catch {
    return 'import';
  }
}
