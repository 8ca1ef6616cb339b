import { resolve } from 'node:path';
import { type CollectedBlocks, collectBlocks } from './collect-blocks.ts';
import { type CheckedFile, checkDataSet } from './check.ts';
import { type FileProblem } from './file/problems.ts';
import { readDataSet } from './file/read.ts';
import { type SourceCheck, checkSource } from './source/check.ts';

/** Files that are read and checked as far as that goes without the graph, and what is to go to the writer. */
export interface PreparedImport extends CollectedBlocks {
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
export async function prepareImport(
  files: readonly string[],
  { source, onProgress = () => {} }: Options = {},
): Promise<PreparedImport> {
  const distinct = [...new Map(files.map((file) => [resolve(file), file])).values()];
  const checked: CheckedFile[] = [];
  for (const file of distinct) {
    onProgress(`Reading ${file}`);
    checked.push(checkDataSet(await readDataSet(file)));
  }
  const valid = checked.flatMap(({ parsed: reading, dataSet: file }) => (file === null ? [] : [{ reading, file }]));
  const check = source === undefined || valid.length === 0 ? null : await checkSource(valid, source);
  return {
    ...collectBlocks(checked),
    files: distinct,
    problems: [
      ...checked.flatMap(({ problems }) => problems),
      ...duplicateDataSetKeys(checked),
      ...(check?.problems ?? []),
    ],
    source: check,
  };
}

/** Rows are found again by data set and key, so two files of one key would be taken for each other. */
function duplicateDataSetKeys(files: readonly CheckedFile[]): FileProblem[] {
  const fileByKey = new Map<string, string>();
  return files.flatMap(({ parsed: reading, dataSet: file }) => {
    if (file === null) return [];
    const { key } = file.dataSet;
    const other = fileByKey.get(key);
    fileByKey.set(key, other ?? reading.file);
    if (other === undefined) return [];
    const message = `${other} has the key ${key} too; give each file a key of its own`;
    return [reading.problemAt(['dataSet', 'key'], 'value', message)];
  });
}
