import { formatReport, showProblems } from '../format-report.ts';
import { type TableCheck } from './check-table.ts';
import { type TableImportReport } from './import-table.ts';

/** The report of an import of a table for users: what changed, and which rows were rejected. */
export function formatTableReport({ recorded, warnings, rows, rejected }: TableImportReport): string[] {
  const changes = formatReport({ recorded, warnings, problems: [], source: null });
  if (rejected.count === 0) return [...changes, `All ${rows} rows of the table were taken.`];
  return [
    ...showProblems(rejected.shown),
    ...changes,
    `${rejected.count} of ${rows} rows of the table were rejected. They are in ${rejected.path}, each with its reason; correct them there or`,
    'in the table, and import that again: what is already there is not written twice.',
  ];
}

/** What a check has found, for users. */
export function formatTableCheck({ problems, rows, rejected }: TableCheck): string[] {
  if (rejected === 0) return [`All ${rows} rows of the table can be mapped. Nothing was written.`];
  return [...showProblems(problems), `${rejected} of ${rows} rows of the table cannot be mapped. Nothing was written.`];
}
