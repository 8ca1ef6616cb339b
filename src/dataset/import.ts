import { resolve } from 'node:path';
import { type Recorded, record } from '../record/record.ts';
import { gather } from './blocks.ts';
import { type Checked, checkDataSet } from './check.ts';
import { type FileProblem, inReadingOrder } from './problems.ts';
import { readDataSet } from './read.ts';
import { type SourceCheck, checkSource } from './source/check.ts';

type Database = Parameters<typeof record>[0];

export interface ImportOptions {
  /** Who imports, for the revisions. */
  by: string;
  /** Check everything and say what would change, but write nothing. */
  dryRun?: boolean;
  /** Retract what an earlier import of these data sets brought and the files no longer hold. */
  prune?: boolean;
  /** A copy of the text that one of the files codes, to check the citations against. */
  source?: string;
  onProgress?: (line: string) => void;
}

/** What came of an import. With a problem nothing is written. */
export interface Report {
  /** All that is wrong with any of the files, in the order of files and lines. */
  problems: FileProblem[];
  /** What was written, or would be; null where the files hold nothing that could be compared with the graph. */
  recorded: Recorded | null;
  source: SourceCheck | null;
}

/**
 * Imports data-set files: all of them, or none when anything in any of them is wrong. Importing a file again brings just
 * the difference. Throws only what is no fault of the files: a lost database.
 */
export async function importFiles(
  database: Database,
  files: readonly string[],
  options: ImportOptions,
): Promise<Report> {
  const { by, prune, source, onProgress = () => {} } = options;
  const distinct = [...new Map(files.map((file) => [resolve(file), file])).values()];
  const checked: Checked[] = [];
  for (const file of distinct) {
    onProgress(`Reading ${file}`);
    checked.push(checkDataSet(await readDataSet(file)));
  }
  const sound = checked.flatMap(({ reading, file }) => (file === null ? [] : [{ reading, file }]));
  const sourceCheck = source === undefined ? null : await checkSource(sound, source);
  const problems = [
    ...checked.flatMap((file) => file.problems),
    ...sharedKeys(checked),
    ...(sourceCheck?.problems ?? []),
  ];

  const { blocks, dataSets, told } = gather(checked);
  const dryRun = options.dryRun === true || problems.length > 0;
  const recorded =
    blocks.length === 0 ? null : await record(database, blocks, { by, dataSets, dryRun, prune, onProgress });
  return {
    problems: inReadingOrder([...problems, ...told(recorded?.problems ?? [])], distinct),
    recorded,
    source: sourceCheck,
  };
}

/** Rows are found again by data set and key, so two files of one key would be taken for each other. */
function sharedKeys(files: readonly Checked[]): FileProblem[] {
  const first = new Map<string, string>();
  return files.flatMap(({ reading, file }) => {
    if (file === null) return [];
    const { key } = file.dataSet;
    const other = first.get(key);
    first.set(key, other ?? reading.file);
    if (other === undefined) return [];
    const message = `${other} has the key ${key} too; give each file a key of its own`;
    return [reading.problemAt(['dataSet', 'key'], 'value', message)];
  });
}
