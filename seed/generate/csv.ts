import { readFileSync } from 'node:fs';

/** A row of a table by the names of its columns; what is not filled in is empty text. */
export type Row = Record<string, string>;

/** Reads a table of seed/tables: comma-separated values (RFC 4180), the names of the columns in the first line. */
export function readTable(name: string): Row[] {
  const text = readFileSync(new URL(`../tables/${name}.csv`, import.meta.url), 'utf8');
  return rowsOf(text, `seed/tables/${name}.csv`);
}

/** The rows of a CSV text; `file` is for the message when one of them has too few or too many cells. */
export function rowsOf(text: string, file: string): Row[] {
  const [columns = [], ...lines] = cells(text);
  return lines.map((line, index) => {
    if (line.length !== columns.length)
      throw new Error(`${file}: row ${index + 2} has ${line.length} cells, expected ${columns.length}`);
    return Object.fromEntries(columns.map((column, place) => [column, line[place] ?? '']));
  });
}

/** Rows as a CSV text with the names of their columns. */
export function csvOf(columns: readonly string[], rows: readonly Row[]): string {
  const quoted = (cell: string) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = [[...columns], ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return lines.map((line) => `${line.map(quoted).join(',')}\n`).join('');
}

/** The cells of a CSV text, line by line. A cell in quotes may hold commas, line ends and doubled quotes. */
export function cells(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n\r]*))(,|\r?\n|$)/g)) {
    if (end === '' && quoted === undefined && plain === '' && line.length === 0) break;
    line.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}

/** The items of a cell that holds several, parted by semicolons. */
export const items = (cell: string | undefined): string[] => (cell ?? '').split(';').map((item) => item.trim()).filter(Boolean); // prettier-ignore
