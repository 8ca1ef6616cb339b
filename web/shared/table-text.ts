import { csvFormatRow, tsvFormatRow } from 'd3-dsv';
import { type AnswerTable, cellText } from './answer-table.ts';

/** A table as CSV, as files of `/export` are: RFC 4180, with a line of column names. A value is never changed, formulas are not either. */
export const csvOf = (table: AnswerTable): string => lines(table, csvFormatRow);

/** The same with tabs between the cells: pasted into a spreadsheet, each has a cell of its own. */
export const tsvOf = (table: AnswerTable): string => lines(table, tsvFormatRow);

const LINE_END = '\r\n';

function lines({ columns, rows }: AnswerTable, format: (row: string[]) => string): string {
  return [columns, ...rows.map((row) => row.map(cellText))].map((row) => format([...row]) + LINE_END).join('');
}
