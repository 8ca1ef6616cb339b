import { type FileProblem } from '../file/problems.ts';
import { type MappedRow, type RowProblem } from './map-row.ts';
import { type TableToMap } from './mapped-table.ts';
import { type Mapping } from './read-mapping.ts';

/** A table to import, and what it is called. */
export interface NamedTable extends TableToMap, TableInWords {}

/** The table of which rows are told. */
export interface TableInWords {
  path: string;
  header: readonly string[];
  mapping: Mapping;
}

/** A problem of a row with its cell: `start "02/05/2009" may be …`. */
export function inWords(
  { row: { cells } }: MappedRow,
  { column, message }: RowProblem,
  { mapping, header }: TableInWords,
): string {
  if (column === null) return `the row ${message}`;
  const shown = fileColumns(column, mapping, header).map(
    (name) => `${name} ${JSON.stringify(cells.get(name)?.text ?? '')}`,
  );
  return shown.length === 1 && shown[0]!.startsWith(`${column} `)
    ? `${shown[0]} ${message}`
    : `${column} (${shown.join(', ')}) ${message}`;
}

/** The problem at its place in the file. */
export function rowProblemInFile(mapped: MappedRow, problem: RowProblem, table: TableInWords): FileProblem {
  const [first] = problem.column === null ? [] : fileColumns(problem.column, table.mapping, table.header);
  const column = first === undefined ? 1 : table.header.indexOf(first) + 1;
  const message = inWords(mapped, problem, table);
  return { file: table.path, position: { line: mapped.row.position, column }, excerpt: null, message };
}

/** The columns of the file that a column of the mapping is read from. */
function fileColumns(name: string, mapping: Mapping, header: readonly string[]): string[] {
  const { from, span, parts } = mapping.columns.get(name) ?? {};
  const others = (from ?? span ?? parts ?? [name]).flatMap((other) =>
    other === name ? (header.includes(name) ? [name] : []) : fileColumns(other, mapping, header),
  );
  return [...new Set(others)];
}
