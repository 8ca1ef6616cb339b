import { z } from 'zod';
import { RecordInput } from '../record/input/record-input.ts';
import { type DataSet } from '../record/input/options.ts';
import { type Problem } from '../record/input/problem.ts';
import { validateInput } from '../record/input/validate.ts';
import { type CheckedFile, toFileProblem } from './check.ts';
import { type FileProblem } from './file/problems.ts';
import { recoverValid } from './recover.ts';

type ProblemPath = Problem['path'];

/** A block as the writer gets it, and where it stands. */
interface LocatedBlock {
  block: RecordInput;
  dataSet: DataSet;
  file: CheckedFile;
  /** Its number among the blocks of its file that go to the writer. */
  number: number;
  /** A way into those blocks as a way into the blocks that the file has. */
  originalPath: (path: ProblemPath) => ProblemPath;
}

/** The blocks of several files in one row for the writer, and the way back from its problems to the files. */
export interface CollectedBlocks {
  blocks: RecordInput[];
  /** The data set of each block. */
  dataSets: DataSet[];
  /** The writer's problems in words of the files, without those that only follow from a fault that is told already. */
  toFileProblems: (problems: readonly Problem[]) => FileProblem[];
}

/**
 * Gathers the blocks of files. Of a faulty file only what is sound goes to the writer: nothing is written then, but its
 * references are checked with everything else, so that all problems are told at once.
 */
export function collectBlocks(files: readonly CheckedFile[]): CollectedBlocks {
  const lostKeys = new Set<string>();
  const located = files.flatMap((file) =>
    file.dataSet === null ? validBlocks(file, lostKeys) : allBlocks(file, file.dataSet),
  );
  const suspectKeys = new Set(files.flatMap(keysOfFaultyRows));
  const hasUnreadableFile = files.some(({ parsed: reading }) => reading.value === undefined);

  const translate = (problem: Problem): FileProblem[] => {
    const [number, ...rest] = problem.path;
    const origin = typeof number === 'number' ? located[number] : undefined;
    if (origin === undefined)
      return files.slice(0, 1).flatMap(({ parsed: reading }) => toFileProblem(reading, { ...problem, path: [] }));
    const path = ['blocks', ...origin.originalPath([origin.number, ...rest])];
    const { faults, parsed: reading } = origin.file;
    if (faults.some((fault) => isWithin(fault.path, path) || isWithin(path, fault.path))) return [];
    // A new thing of which one row is faulty may lack what that row says.
    if (rowKeys(valueAt(reading.value, path)).some((key) => suspectKeys.has(key))) return [];
    // What a faulty row or an unreadable file would have given is not missing.
    if (problem.code === 'NOT_FOUND' && (hasUnreadableFile || lostKeys.has(String(valueAt(reading.value, path)))))
      return [];
    return toFileProblem(reading, { ...problem, path });
  };
  return {
    blocks: located.map(({ block }) => block),
    dataSets: located.map(({ dataSet }) => dataSet),
    toFileProblems: (problems) => problems.flatMap(translate),
  };
}

function allBlocks(
  file: CheckedFile,
  { blocks, dataSet: { key, title, note } }: NonNullable<CheckedFile['dataSet']>,
): LocatedBlock[] {
  const dataSet = { key, title, note };
  return blocks.map((block, number) => ({ block, dataSet, file, number, originalPath: (path) => path }));
}

function validBlocks(file: CheckedFile, lostKeys: Set<string>): LocatedBlock[] {
  const { blocks } = (file.parsed.value ?? {}) as { blocks?: unknown };
  if (!Array.isArray(blocks)) return [];
  const schema = z.array(RecordInput);
  const faults = file.faults.filter(({ path }) => path[0] === 'blocks').map(({ path }) => path.slice(1));
  const recovered = recoverValid(schema, blocks, faults);
  recovered.lostKeys.forEach((key) => lostKeys.add(key));
  const { value } = validateInput(schema, recovered.value);
  // The name of the file keeps its keys apart from those of other faulty files; nothing is written under it.
  const dataSet = { key: file.parsed.file, title: file.parsed.file };
  return (value ?? []).map((block, number) => ({ block, dataSet, file, number, originalPath: recovered.originalPath }));
}

function keysOfFaultyRows({ parsed: reading, faults }: CheckedFile): string[] {
  return faults.flatMap(({ path }) =>
    path.flatMap((_, depth) => rowKeys(valueAt(reading.value, path.slice(0, path.length - depth)))),
  );
}

/** The key or reference of a row. */
function rowKeys(row: unknown): string[] {
  const { key, ref } = (typeof row === 'object' && row !== null ? row : {}) as { key?: unknown; ref?: unknown };
  return [key, ref].filter((text) => typeof text === 'string');
}

/** True where `path` is `around` or a way into what stands there. */
const isWithin = (path: ProblemPath, ancestor: ProblemPath) => ancestor.every((step, index) => path[index] === step);

function valueAt(value: unknown, path: ProblemPath): unknown {
  return path.reduce<unknown>(
    (part, step) => (typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[step] : undefined),
    value,
  );
}
