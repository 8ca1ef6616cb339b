import { resolve } from 'node:path';
import { type CollectedBlocks, collectBlocks } from './collect-blocks.ts';
import { type CheckedFile, checkDataSet } from './check.ts';
import { type FileProblem } from './file/problems.ts';
import { readDataSet } from './file/read.ts';
import { type SourceCheck, checkSource } from './source/check.ts';

/** Files that are read and validated as far as possible without the graph, and the input for the writer. */
export interface PreparedImport extends CollectedBlocks {
  /** The paths as given, without duplicates. */
  files: string[];
  /** Problems of syntax, schema and citations. */
  problems: FileProblem[];
  source: SourceCheck | null;
}

interface Options {
  /** The path of a copy of the text that one of the files codes, to check its citations. */
  source?: string;
  onProgress?: (line: string) => void;
}

/** Reads data-set files and validates what can be validated without the graph. */
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
  const valid = checked.flatMap(({ parsed, content }) => (content === null ? [] : [{ parsed, content }]));
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

/** Rows are identified by data set and key, so the keys of data sets have to be unique. */
function duplicateDataSetKeys(files: readonly CheckedFile[]): FileProblem[] {
  const fileByKey = new Map<string, string>();
  return files.flatMap(({ parsed, content }) => {
    if (content === null) return [];
    const { key } = content.dataSet;
    const other = fileByKey.get(key);
    fileByKey.set(key, other ?? parsed.file);
    if (other === undefined) return [];
    const message = `${other} also has the key ${key}; give each file a unique key`;
    return [parsed.problemAt(['dataSet', 'key'], 'value', message)];
  });
}
