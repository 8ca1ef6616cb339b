import { RecordInput } from '../../record/input/record-input.ts';
import { type InputPath } from '../../record/input/problem.ts';
import { validateInput } from '../../record/input/validate.ts';
import { type EntityAnswer, type EntityQuestion } from '../../record/resolve/find-entities.ts';
import { type TableRow } from '../table/table.ts';
import { type Mapping } from './read-mapping.ts';
import { RowReading } from './reading.ts';
import { columnsUsedIn, pathInTemplate } from './template.ts';

/** What is wrong with a row of a table. */
export interface RowProblem {
  /** The column that is to be looked at, as the mapping calls it; null for the row as a whole. */
  column: string | null;
  /** To be read after the cell: `is no day of the calendar`. */
  message: string;
}

/** A row of a table as a block of a data set, or why it is none. */
export interface MappedRow {
  row: TableRow;
  /** Null if there are problems. */
  block: RecordInput | null;
  problems: RowProblem[];
  /** The column that a place in the block is from. */
  columnAt: (path: InputPath) => string | null;
}

/** @param find What is known of a name or code; it may throw whatever stops the mapping for now. */
export function mapRow(row: TableRow, mapping: Mapping, find: (question: EntityQuestion) => EntityAnswer): MappedRow {
  if (row.problem !== undefined)
    return { row, block: null, problems: [{ column: null, message: row.problem }], columnAt: () => null };
  const reading = new RowReading(row, mapping.columns, find);
  const source = mapping.source(reading);
  const lists: Record<string, unknown[]> = {};
  for (const [list, make] of mapping.rows) {
    const rows = make(reading);
    if (rows !== undefined) lists[list] = rows as unknown[];
  }
  const addedAt = new Map<unknown, string>();
  for (const { list, row: added, column } of reading.added) {
    addedAt.set(added, column);
    (lists[list] ??= []).push(added);
  }
  const block = { source, ...lists };
  const columnAt = (path: InputPath): string | null => {
    const [list, index] = path;
    const added = addedAt.get(lists[list as string]?.[index as number]);
    if (added !== undefined) return added;
    const steps = pathInTemplate(block, path);
    let part: unknown = { source: mapping.written.source, ...mapping.written.rows };
    for (const step of steps) {
      const inner = (part as Record<string | number, unknown> | undefined)?.[step];
      if (inner === undefined) break;
      part = inner;
    }
    return columnsUsedIn(part)[0] ?? null;
  };
  if (reading.problems.length > 0) {
    const problems = reading.problems.map(({ column, message }) => ({ column, message }));
    return { row, block: null, problems: distinct(problems), columnAt };
  }
  const { value, problems: found } = validateInput(RecordInput, block);
  return {
    row,
    block: value,
    problems: found.map(({ path, message }) => ({ column: columnAt(path), message: givesMessage(path, message) })),
    columnAt,
  };
}

/** A problem with what a row makes, to be read after the cell. */
export const givesMessage = (path: InputPath, message: string): string => `gives ${placeInBlock(path)}: ${message}`;

/** A place in a block for somebody who sees only the table: `meetings.participants.actor`. */
export const placeInBlock = (path: InputPath): string => path.filter((step) => typeof step === 'string').join('.');

const distinct = (problems: readonly RowProblem[]): RowProblem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];
