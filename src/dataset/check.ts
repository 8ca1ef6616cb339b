import { schemaAt } from '../record/input/walk.ts';
import { type Problem } from '../record/problem.ts';
import { shapeOf } from '../record/shape.ts';
import { DataSetFile } from './format.ts';
import { type FileProblem } from './problems.ts';
import { type Reading } from './read.ts';

/** A file of which the shape is checked. */
export interface Checked {
  reading: Reading;
  /** The data set, where its shape has no fault. */
  file: DataSetFile | null;
  /** Everything wrong with the text and the shape, in words of the file. */
  problems: FileProblem[];
  /** The same for the shape alone, as paths into the value. */
  faults: Problem[];
}

/** Checks a file's shape: fields, words, times, keys. What the text alone already complained about is not told twice. */
export function checkDataSet(reading: Reading): Checked {
  if (reading.value === undefined) return { reading, file: null, problems: reading.problems, faults: [] };
  const { value, problems: faults } = shapeOf(DataSetFile, reading.value);
  const told = faults.flatMap((fault) => locate(reading, fault));
  return { reading, file: value, problems: [...reading.problems, ...told], faults };
}

/**
 * A problem of the value as a problem of the file: of an unknown field its name is meant, else what stands in it. None
 * where the line is faulty as a text, which is told already.
 */
export function locate(reading: Reading, { path, message }: Problem): FileProblem[] {
  const known = schemaAt(DataSetFile, path) !== null;
  const problem = reading.problemAt(path, known ? 'value' : 'field', message);
  const faulty = reading.problems.some(({ position }) => position !== null && position.line === problem.position?.line);
  return faulty ? [] : [problem];
}
