import { stringify } from 'yaml';
import { type FileProblem } from '../file/problems.ts';
import { joinRows } from './join.ts';
import { type MappedRow } from './map-row.ts';
import { surveyTable, surveyedRows } from './mapped-table.ts';
import { type NamedTable, rowProblemInFile } from './row-problems.ts';

/** The first rows that are shown. */
const SHOWN = 10;

/** What a table would be as a data set. */
export interface TableCheck {
  /** The first rows as a data-set file. */
  sample: string;
  /** What is wrong with all rows, as far as that is seen without recording them. */
  problems: FileProblem[];
  rows: number;
  rejected: number;
}

/** Maps all rows of a table and records none. */
export async function checkTable(table: NamedTable): Promise<TableCheck> {
  const survey = await surveyTable(table);
  const [first, problems]: [MappedRow[], FileProblem[]] = [[], []];
  let rejected = 0;
  for await (const mapped of surveyedRows(table, survey)) {
    if (mapped.block === null) rejected += 1;
    problems.push(...mapped.problems.map((problem) => rowProblemInFile(mapped, problem, table)));
    if (mapped.block !== null && first.length < SHOWN) first.push(mapped);
  }
  const { blocks } = joinRows(first, survey);
  return { sample: stringify({ dataSet: table.mapping.dataSet, blocks }), problems, rows: survey.total, rejected };
}
