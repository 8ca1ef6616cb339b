import { resolve } from 'node:path';
import { type Gathered, gather } from './blocks.ts';
import { type Checked, checkDataSet } from './check.ts';
import { type FileProblem } from './problems.ts';
import { readDataSet } from './read.ts';
import { type SourceCheck, checkSource } from './source/check.ts';

/** Files that are read and checked as far as that goes without the graph, and what is to go to the writer. */
export interface Prepared extends Gathered {
  /** As they were named, each once. */
  files: string[];
  /** What is wrong with the texts, their shape and their citations. */
  problems: FileProblem[];
  source: SourceCheck | null;
}

interface Options {
  /** A copy of the text that one of the files codes, to check the citations against. */
  source?: string;
  onProgress?: (line: string) => void;
}

/** Reads data-set files and checks all that can be checked without the graph. */
export async function prepare(
  files: readonly string[],
  { source, onProgress = () => {} }: Options = {},
): Promise<Prepared> {
  const distinct = [...new Map(files.map((file) => [resolve(file), file])).values()];
  const checked: Checked[] = [];
  for (const file of distinct) {
    onProgress(`Reading ${file}`);
    checked.push(checkDataSet(await readDataSet(file)));
  }
  const sound = checked.flatMap(({ reading, file }) => (file === null ? [] : [{ reading, file }]));
  const check = source === undefined || sound.length === 0 ? null : await checkSource(sound, source);
  return {
    ...gather(checked),
    files: distinct,
    problems: [...checked.flatMap(({ problems }) => problems), ...sharedKeys(checked), ...(check?.problems ?? [])],
    source: check,
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
