import { z } from 'zod';
import { RecordInput } from '../record/input/record-input.ts';
import { type DataSet } from '../record/input/options.ts';
import { type Problem } from '../record/input/problem.ts';
import { isConsequence, keysOfFaultyRows, recoverValid } from '../record/input/recover.ts';
import { validateInput } from '../record/input/validate.ts';
import { type CheckedFile, toFileProblem } from './check.ts';
import { type FileProblem } from './file/problems.ts';

type ProblemPath = Problem['path'];

/** A block as it is passed to the writer, and its position. */
interface LocatedBlock {
  block: RecordInput;
  dataSet: DataSet;
  file: CheckedFile;
  /** Its index among the blocks of its file that are passed to the writer. */
  number: number;
  /** Maps a path in those blocks to the path in the file. */
  originalPath: (path: ProblemPath) => ProblemPath;
}

/** The blocks of several files in one list for the writer, and the mapping of its problems back to the files. */
export interface CollectedBlocks {
  blocks: RecordInput[];
  /** The data set of each block. */
  dataSets: DataSet[];
  /** Maps the writer's problems to the files. Problems that only follow from one already reported are dropped. */
  toFileProblems: (problems: readonly Problem[]) => FileProblem[];
}

/**
 * Collects the blocks of files. Of an invalid file, the valid rows are passed to the writer as a dry run, so that references
 * are checked too and all problems are reported at once.
 */
export function collectBlocks(files: readonly CheckedFile[]): CollectedBlocks {
  const lostKeys = new Set<string>();
  const located = files.flatMap((file) =>
    file.content === null ? validBlocks(file, lostKeys) : allBlocks(file, file.content),
  );
  const faultyKeys = new Set(
    files.flatMap(({ parsed, schemaProblems }) => keysOfFaultyRows(parsed.value, pathsOf(schemaProblems))),
  );
  const hasUnreadableFile = files.some(({ parsed }) => parsed.value === undefined);

  const translate = (problem: Problem): FileProblem[] => {
    const [number, ...rest] = problem.path;
    const origin = typeof number === 'number' ? located[number] : undefined;
    if (origin === undefined)
      return files.slice(0, 1).flatMap(({ parsed }) => toFileProblem(parsed, { ...problem, path: [] }));
    const { schemaProblems, parsed } = origin.file;
    const inFile = { ...problem, path: ['blocks', ...origin.originalPath([origin.number, ...rest])] };
    // An unreadable file may define what was not found.
    if (problem.code === 'NOT_FOUND' && hasUnreadableFile) return [];
    if (isConsequence(inFile, parsed.value, { paths: pathsOf(schemaProblems), lostKeys, faultyKeys })) return [];
    return toFileProblem(parsed, inFile);
  };
  return {
    blocks: located.map(({ block }) => block),
    dataSets: located.map(({ dataSet }) => dataSet),
    toFileProblems: (problems) => problems.flatMap(translate),
  };
}

function allBlocks(
  file: CheckedFile,
  { blocks, dataSet: { key, title, note } }: NonNullable<CheckedFile['content']>,
): LocatedBlock[] {
  const dataSet = { key, title, note };
  return blocks.map((block, number) => ({ block, dataSet, file, number, originalPath: (path) => path }));
}

function validBlocks(file: CheckedFile, lostKeys: Set<string>): LocatedBlock[] {
  const { blocks } = (file.parsed.value ?? {}) as { blocks?: unknown };
  if (!Array.isArray(blocks)) return [];
  const schema = z.array(RecordInput);
  const schemaProblems = file.schemaProblems
    .filter(({ path }) => path[0] === 'blocks')
    .map(({ path }) => path.slice(1));
  const recovered = recoverValid(schema, blocks, schemaProblems);
  recovered.lostKeys.forEach((key) => lostKeys.add(key));
  const { value } = validateInput(schema, recovered.value);
  // The file name separates its keys from those of other invalid files; nothing is written under it.
  const dataSet = { key: file.parsed.file, title: file.parsed.file };
  return (value ?? []).map((block, number) => ({ block, dataSet, file, number, originalPath: recovered.originalPath }));
}

const pathsOf = (problems: readonly Problem[]) => problems.map(({ path }) => path);
