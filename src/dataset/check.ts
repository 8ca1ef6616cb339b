import { schemaAt } from '../record/input/schema-walk.ts';
import { type Problem } from '../record/input/problem.ts';
import { validateInput } from '../record/input/validate.ts';
import { DataSetFile } from './file/format.ts';
import { type FileProblem } from './file/problems.ts';
import { type ParsedFile } from './file/read.ts';

/** A file checked against the schema. */
export interface CheckedFile {
  parsed: ParsedFile;
  /** The data set; null if the file has problems. */
  content: DataSetFile | null;
  /** All problems of syntax and schema, with positions in the file. */
  problems: FileProblem[];
  /** The schema problems, with paths into the value. */
  schemaProblems: Problem[];
}

/** Validates a file against the schema: fields, enums, times, keys. Lines with syntax errors are not reported twice. */
export function checkDataSet(parsed: ParsedFile): CheckedFile {
  if (parsed.value === undefined) return { parsed, content: null, problems: parsed.problems, schemaProblems: [] };
  const { value, problems: schemaProblems } = validateInput(DataSetFile, parsed.value);
  const shapeProblems = schemaProblems.flatMap((schemaProblem) => toFileProblem(parsed, schemaProblem));
  return { parsed, content: value, problems: [...parsed.problems, ...shapeProblems], schemaProblems };
}

/**
 * Adds the position in the file to a problem: that of the field name if the field is unknown, else of its value. Empty if the
 * line has a syntax error, which is already reported.
 */
export function toFileProblem(parsed: ParsedFile, { path, message }: Problem): FileProblem[] {
  const isKnownField = schemaAt(DataSetFile, path) !== null;
  const problem = parsed.problemAt(path, isKnownField ? 'value' : 'field', message);
  const isAlreadyReported = parsed.problems.some(
    ({ position }) => position !== null && position.line === problem.position?.line,
  );
  return isAlreadyReported ? [] : [problem];
}
