import { parseYaml, type Path } from './yaml.ts';
import { type FileProblem, type Position } from './problems.ts';
import { textOf } from './text.ts';

/** A data-set file as it is: any value at all, and where in the file each part of it stands. */
export interface Reading {
  file: string;
  /** Undefined where the file could not be read or is too broken; then there are problems. */
  value: unknown;
  /** What is wrong with the file as a text. */
  problems: FileProblem[];
  /** A problem of the value at `path`, or of the name of that field, with its line shown. */
  problemAt: (path: Path, at: 'field' | 'value', message: string) => FileProblem;
}

/** How a file begins that `export` has printed (docs/export.md). */
const EXPORT = /^\{"format":\d+,"record":"chancery"\}/;
const WHOLE_RECORD =
  'is no data set but a whole record that "export" printed; import-all brings it into an empty graph';

/** Reads a data-set file, YAML or JSON. Whatever is wrong with it becomes a problem; nothing is thrown. */
export async function readDataSet(file: string): Promise<Reading> {
  const read = await textOf(file);
  if ('complaint' in read) return unread(file, read.complaint);
  if (EXPORT.test(read.text)) return unread(file, WHOLE_RECORD);
  const { value, complaints, positionOf } = parseYaml(read.text);
  const lines = read.text.split('\n');
  const problem = (position: Position, message: string): FileProblem => ({
    file,
    position,
    excerpt: lines[position.line - 1] ?? null,
    message,
  });
  if (complaints.length === 0 && (value === null || value === undefined))
    return unread(file, 'is empty; a data set begins with dataSet: and blocks:');
  return {
    file,
    value,
    problems: complaints.map(({ position, message }) => problem(position, message)),
    problemAt: (path, at, message) => problem(positionOf(path, at), message),
  };
}

function unread(file: string, message: string): Reading {
  const problem = (told: string): FileProblem => ({ file, position: null, excerpt: null, message: told });
  return { file, value: undefined, problems: [problem(message)], problemAt: (_path, _at, told) => problem(told) };
}
