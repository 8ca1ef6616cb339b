import { parseYaml, type YamlPath } from './yaml.ts';
import { type FileProblem, type Position } from './problems.ts';
import { readTextFile } from './decode-text.ts';

/** A data-set file as it is: any value at all, and where in the file each part of it stands. */
export interface ParsedFile {
  file: string;
  /** Undefined where the file could not be read or is too broken; then there are problems. */
  value: unknown;
  /** What is wrong with the file as a text. */
  problems: FileProblem[];
  /** A problem of the value at `path`, or of the name of that field, with its line shown. */
  problemAt: (path: YamlPath, at: 'field' | 'value', message: string) => FileProblem;
}

/** How a file begins that `export` has printed (docs/export.md). */
const EXPORT_HEADER = /^\{"format":\d+,"record":"chancery"\}/;
const WHOLE_RECORD_MESSAGE =
  'is no data set but a whole record that "export" printed; import-all brings it into an empty graph';

/** Reads a data-set file, YAML or JSON. Whatever is wrong with it becomes a problem; nothing is thrown. */
export async function readDataSet(file: string): Promise<ParsedFile> {
  const decoded = await readTextFile(file);
  if ('complaint' in decoded) return unreadable(file, decoded.complaint);
  if (EXPORT_HEADER.test(decoded.text)) return unreadable(file, WHOLE_RECORD_MESSAGE);
  const { value, errors, positionOf } = parseYaml(decoded.text);
  const lines = decoded.text.split('\n');
  const problem = (position: Position, message: string): FileProblem => ({
    file,
    position,
    excerpt: lines[position.line - 1] ?? null,
    message,
  });
  if (errors.length === 0 && (value === null || value === undefined))
    return unreadable(file, 'is empty; a data set begins with dataSet: and blocks:');
  return {
    file,
    value,
    problems: errors.map(({ position, message }) => problem(position, message)),
    problemAt: (path, at, message) => problem(positionOf(path, at), message),
  };
}

function unreadable(file: string, message: string): ParsedFile {
  const problem = (text: string): FileProblem => ({ file, position: null, excerpt: null, message: text });
  return { file, value: undefined, problems: [problem(message)], problemAt: (_path, _at, text) => problem(text) };
}
