/** One cell as it stands in the file. */
export interface TableCell {
  /** What a reader of the file sees: the text of a text file, what a spreadsheet shows. An empty cell is ''. */
  text: string;
  /** Of a spreadsheet or of JSON: the stored value where it is not text, e.g. the serial number of a day. */
  value?: number | boolean;
  /** Of a spreadsheet: the day that a number with a date format stands for, as precise as the format shows it (`2022`, `2025-02`, `2025-02-14`). */
  date?: string;
  /** Why the cell has no value that can be used: `#N/A`, a formula without a stored result, bytes that are no text. */
  problem?: string;
}

/** One row and where it stands: the line of a text file in which it begins, the row of a sheet. */
export interface TableRow {
  position: number;
  /** By the columns of the header. */
  cells: ReadonlyMap<string, TableCell>;
  /** Why the row as a whole cannot be used, e.g. it has more cells than the header. */
  problem?: string;
}

/** A file as a table, row by row, never whole in memory. */
export interface InputTable {
  header: readonly string[];
  /** What the position of a row counts. */
  positions: 'line' | 'row';
  /** How it was read where a reader may not expect it. */
  notes?: readonly string[];
  /** Each iteration reads the file from its beginning. A ClientError ends it where the file cannot be read any further. */
  rows: AsyncIterable<TableRow>;
}

/** How a file is written, as the mapping says it; what is left out is seen from the name of the file. */
export interface FileFormat {
  format?: 'CSV' | 'TSV' | 'JSON_LINES' | 'XLSX';
  /** Of CSV; a comma where nothing is said. */
  delimiter?: string;
  /** Of a spreadsheet with more than one sheet. */
  sheet?: string;
  /** The line or row that names the columns, where others stand above it. */
  headerRow?: number;
  encoding?: 'UTF-8' | 'WINDOWS-1252' | 'UTF-16LE';
}

/** The limits of a table. A file with more in one place is not what the mapping takes it for: a quote that never closes, a bomb. */
export const MAX_CELL_LENGTH = 100_000;
export const MAX_ROW_LENGTH = 1_000_000;
export const MAX_COLUMNS = 2_000;

/** Characters that no text has: bytes of another encoding become U+FFFD, or control characters. */
// eslint-disable-next-line no-control-regex
const NO_TEXT = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]/;

/** The cell with this text, and what is wrong with it. */
export function textCell(text: string): TableCell {
  if (text.length > MAX_CELL_LENGTH)
    return { text, problem: `is ${text.length} characters long, the limit is ${MAX_CELL_LENGTH}` };
  const found = NO_TEXT.exec(text)?.[0];
  if (found === undefined) return { text };
  if (found === '\ufffd')
    return {
      text,
      problem: 'has bytes that are not of the encoding of the file; say another `encoding`, or save it as UTF-8',
    };
  const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return { text, problem: `has a character that no text has, U+${code}; is the \`encoding\` of the file another one?` };
}

export const EMPTY_CELL: TableCell = { text: '' };
