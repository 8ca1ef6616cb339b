import { z } from 'zod';
import { RecordInput } from '../record/input.ts';
import { type DataSet } from '../record/options.ts';
import { type Problem } from '../record/problem.ts';
import { shapeOf } from '../record/shape.ts';
import { type Checked, locate } from './check.ts';
import { type FileProblem } from './problems.ts';
import { soundPart } from './repair.ts';

type Path = Problem['path'];

/** A block as the writer gets it, and where it stands. */
interface Placed {
  block: RecordInput;
  dataSet: DataSet;
  file: Checked;
  /** Its number among the blocks of its file that go to the writer. */
  number: number;
  /** A way into those blocks as a way into the blocks that the file has. */
  originOf: (path: Path) => Path;
}

/** The blocks of several files in one row for the writer, and the way back from its problems to the files. */
export interface Gathered {
  blocks: RecordInput[];
  /** The data set of each block. */
  dataSets: DataSet[];
  /** The writer's problems in words of the files, without those that only follow from a fault that is told already. */
  told: (problems: readonly Problem[]) => FileProblem[];
}

/**
 * Gathers the blocks of files. Of a faulty file only what is sound goes to the writer: nothing is written then, but its
 * references are checked with everything else, so that all problems are told at once.
 */
export function gather(files: readonly Checked[]): Gathered {
  const lost = new Set<string>();
  const placed = files.flatMap((file) => (file.file === null ? soundBlocks(file, lost) : wholeBlocks(file, file.file)));
  const doubtful = new Set(files.flatMap(keysOfFaultyRows));
  const unread = files.some(({ reading }) => reading.value === undefined);

  const tell = (problem: Problem): FileProblem[] => {
    const [number, ...rest] = problem.path;
    const place = typeof number === 'number' ? placed[number] : undefined;
    if (place === undefined)
      return files.slice(0, 1).flatMap(({ reading }) => locate(reading, { ...problem, path: [] }));
    const path = ['blocks', ...place.originOf([place.number, ...rest])];
    const { faults, reading } = place.file;
    if (faults.some((fault) => isWithin(fault.path, path) || isWithin(path, fault.path))) return [];
    // A new thing of which one row is faulty may lack what that row says.
    if (rowKeys(valueAt(reading.value, path)).some((key) => doubtful.has(key))) return [];
    // What a faulty row or an unreadable file would have given is not missing.
    if (problem.code === 'NOT_FOUND' && (unread || lost.has(String(valueAt(reading.value, path))))) return [];
    return locate(reading, { ...problem, path });
  };
  return {
    blocks: placed.map(({ block }) => block),
    dataSets: placed.map(({ dataSet }) => dataSet),
    told: (problems) => problems.flatMap(tell),
  };
}

function wholeBlocks(file: Checked, { blocks, dataSet: { key, title, note } }: NonNullable<Checked['file']>): Placed[] {
  const dataSet = { key, title, note };
  return blocks.map((block, number) => ({ block, dataSet, file, number, originOf: (path) => path }));
}

function soundBlocks(file: Checked, lost: Set<string>): Placed[] {
  const { blocks } = (file.reading.value ?? {}) as { blocks?: unknown };
  if (!Array.isArray(blocks)) return [];
  const schema = z.array(RecordInput);
  const faults = file.faults.filter(({ path }) => path[0] === 'blocks').map(({ path }) => path.slice(1));
  const sound = soundPart(schema, blocks, faults);
  sound.lostKeys.forEach((key) => lost.add(key));
  const { value } = shapeOf(schema, sound.value);
  // The name of the file keeps its keys apart from those of other faulty files; nothing is written under it.
  const dataSet = { key: file.reading.file, title: file.reading.file };
  return (value ?? []).map((block, number) => ({ block, dataSet, file, number, originOf: sound.originOf }));
}

function keysOfFaultyRows({ reading, faults }: Checked): string[] {
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
const isWithin = (path: Path, around: Path) => around.every((step, index) => path[index] === step);

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (part, step) => (typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[step] : undefined),
    value,
  );
}
