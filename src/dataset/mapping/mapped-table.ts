import { type InputTable } from '../table/table.ts';
import { GivenRows, JoinedFields, type Survey } from './join.ts';
import { type MappedRow, type RowProblem } from './map-row.ts';
import { type LookUps, mapTableRows } from './map-rows.ts';
import { type Mapping } from './read-mapping.ts';

/** A table and how its rows are mapped. It is gone through more than once. */
export interface TableToMap {
  table: InputTable;
  mapping: Mapping;
  lookUps: LookUps;
}

/** Goes through a table to see which of its rows are about the same row of the data set, wherever they stand. */
export async function surveyTable(table: TableToMap): Promise<Survey> {
  const given = new GivenRows();
  const joined = new JoinedFields();
  const conflicts = new Map<number, RowProblem[]>();
  let total = 0;
  for await (const mapped of mappedRows(table)) {
    total += 1;
    if (mapped.block !== null) given.add(mapped);
  }
  if (given.allAgree) return { total, given, joined, conflicts };
  let number = 0;
  for await (const mapped of mappedRows(table)) {
    number += 1;
    const problems = mapped.block === null ? [] : joined.add(mapped, given);
    if (problems.length > 0) conflicts.set(number, problems);
  }
  return { total, given, joined, conflicts };
}

/** The rows of a table in their order, those that contradict others with the problem. */
export async function* surveyedRows(table: TableToMap, { conflicts }: Survey): AsyncGenerator<MappedRow> {
  let number = 0;
  for await (const mapped of mappedRows(table)) {
    number += 1;
    const problems = conflicts.get(number);
    yield problems === undefined ? mapped : { ...mapped, block: null, problems };
  }
}

const mappedRows = ({ table, mapping, lookUps }: TableToMap) => mapTableRows(table.rows, mapping, lookUps);
