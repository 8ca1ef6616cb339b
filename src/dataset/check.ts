import { schemaAt } from '../record/input/schema-walk.ts';
import { type Problem } from '../record/input/problem.ts';
import { validateInput } from '../record/input/validate.ts';
import { DataSetFile } from './file/format.ts';
import { type FileProblem } from './file/problems.ts';
import { type ParsedFile } from './file/read.ts';

/** A file of which the shape is checked. */
export interface CheckedFile {
  parsed: ParsedFile;
  /** The data set, where its shape has no fault. */
  dataSet: DataSetFile | null;
  /** Everything wrong with the text and the shape, in words of the file. */
  problems: FileProblem[];
  /** The same for the shape alone, as paths into the value. */
  faults: Problem[];
}

/** Checks a file's shape: fields, words, times, keys. What the text alone already complained about is not told twice. */
export function checkDataSet(parsed: ParsedFile): CheckedFile {
  if (parsed.value === undefined) return { parsed, dataSet: null, problems: parsed.problems, faults: [] };
  const { value, problems: faults } = validateInput(DataSetFile, parsed.value);
  const shapeProblems = faults.flatMap((fault) => toFileProblem(parsed, fault));
  return { parsed, dataSet: value, problems: [...parsed.problems, ...shapeProblems], faults };
}

/**
 * A problem of the value as a problem of the file: of an unknown field its name is meant, else what stands in it. None
 * where the line is faulty as a text, which is told already.
 */
export function toFileProblem(parsed: ParsedFile, { path, message }: Problem): FileProblem[] {
  const isKnownField = schemaAt(DataSetFile, path) !== null;
  const problem = parsed.problemAt(path, isKnownField ? 'value' : 'field', message);
  const isAlreadyReported = parsed.problems.some(
    ({ position }) => position !== null && position.line === problem.position?.line,
  );
  return isAlreadyReported ? [] : [problem];
}
