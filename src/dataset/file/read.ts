import { parseYaml, type YamlPath } from './yaml.ts';
import { type FileProblem, type Position } from './problems.ts';
import { readTextFile } from './decode-text.ts';

/** A parsed data-set file, not yet validated, with the positions of its values. */
export interface ParsedFile {
  file: string;
  /** Undefined if the file cannot be read or parsed; then there are problems. */
  value: unknown;
  /** Syntax errors. */
  problems: FileProblem[];
  /** A problem with the value at `path`, or with the name of that field. */
  problemAt: (path: YamlPath, at: 'field' | 'value', message: string) => FileProblem;
}

/** The first line of a file printed by `export` (docs/export.md). */
const EXPORT_HEADER = /^\{"format":\d+,"record":"chancery"\}/;
const WHOLE_RECORD_MESSAGE =
  'is not a data set but a whole record printed by "export"; import-all imports it into an empty graph';

/**
 * Reads a data-set file or another in its notation, YAML or JSON. Errors are returned as problems, not thrown.
 *
 * @param expected What is told of an empty file.
 */
export async function readDataSet(
  file: string,
  expected = 'a data set begins with dataSet: and blocks:',
): Promise<ParsedFile> {
  const decoded = await readTextFile(file);
  if ('error' in decoded) return unreadable(file, decoded.error);
  if (EXPORT_HEADER.test(decoded.text)) return unreadable(file, WHOLE_RECORD_MESSAGE);
  const { value, errors, positionOf } = parseYaml(decoded.text);
  const lines = decoded.text.split('\n');
  const problem = (position: Position, message: string): FileProblem => ({
    file,
    position,
    excerpt: lines[position.line - 1] ?? null,
    message,
  });
  if (errors.length === 0 && (value === null || value === undefined)) return unreadable(file, `is empty; ${expected}`);
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
