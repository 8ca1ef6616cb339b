import { z } from 'zod';
import { RecordInput } from '../record/input/record-input.ts';
import { type DataSet } from '../record/input/options.ts';
import { type Problem } from '../record/input/problem.ts';
import { validateInput } from '../record/input/validate.ts';
import { type CheckedFile, toFileProblem } from './check.ts';
import { type FileProblem } from './file/problems.ts';
import { recoverValid } from './recover.ts';

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
  const suspectKeys = new Set(files.flatMap(keysOfFaultyRows));
  const hasUnreadableFile = files.some(({ parsed }) => parsed.value === undefined);

  const translate = (problem: Problem): FileProblem[] => {
    const [number, ...rest] = problem.path;
    const origin = typeof number === 'number' ? located[number] : undefined;
    if (origin === undefined)
      return files.slice(0, 1).flatMap(({ parsed }) => toFileProblem(parsed, { ...problem, path: [] }));
    const path = ['blocks', ...origin.originalPath([origin.number, ...rest])];
    const { schemaProblems, parsed } = origin.file;
    if (
      schemaProblems.some((schemaProblem) => isWithin(schemaProblem.path, path) || isWithin(path, schemaProblem.path))
    )
      return [];
    // A new node may lack what one of its rows with problems would have given.
    if (rowKeys(valueAt(parsed.value, path)).some((key) => suspectKeys.has(key))) return [];
    // A reference is not reported as missing if a row with problems or an unreadable file may define it.
    if (problem.code === 'NOT_FOUND' && (hasUnreadableFile || lostKeys.has(String(valueAt(parsed.value, path)))))
      return [];
    return toFileProblem(parsed, { ...problem, path });
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

function keysOfFaultyRows({ parsed, schemaProblems }: CheckedFile): string[] {
  return schemaProblems.flatMap(({ path }) =>
    path.flatMap((_, depth) => rowKeys(valueAt(parsed.value, path.slice(0, path.length - depth)))),
  );
}

/** The key and reference of a row. */
function rowKeys(row: unknown): string[] {
  const { key, ref } = (typeof row === 'object' && row !== null ? row : {}) as { key?: unknown; ref?: unknown };
  return [key, ref].filter((text) => typeof text === 'string');
}

/** True if `path` is `ancestor` or below it. */
const isWithin = (path: ProblemPath, ancestor: ProblemPath) => ancestor.every((step, index) => path[index] === step);

function valueAt(value: unknown, path: ProblemPath): unknown {
  return path.reduce<unknown>(
    (part, step) => (typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[step] : undefined),
    value,
  );
}
