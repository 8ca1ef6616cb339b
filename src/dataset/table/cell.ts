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
  /** Where a format has lists: each of several values. The text is theirs, joined. */
  values?: readonly TableCell[];
}

/** One row and where it stands: the line of a text file in which it begins, the row of a sheet. */
export interface TableRow {
  position: number;
  /** By the columns of the header. Of entities, only the cells with something in them. */
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
  /** Of a file of entities: what is known of columns beside what the file has. */
  entities?: EntityColumns;
  /** Each iteration reads the file from its beginning. A ClientError ends it where the file cannot be read any further. */
  rows: AsyncIterable<TableRow>;
}

/** Formats of persons, organizations and what links them. */
export type EntityFormat = 'POPOLO' | 'WIKIDATA' | 'FOLLOW_THE_MONEY';

/** The columns of such a format. */
export interface EntityColumns {
  format: EntityFormat;
  /** Whether the column is one of the format, though nothing in this file has it: it is empty then. */
  isKnown: (column: string) => boolean;
  /** Whether a cell of the column may have several values. */
  isList: (column: string) => boolean;
}

/** How a file is written, as the mapping says it; what is left out is seen from the name of the file. */
export interface FileFormat {
  format?: 'CSV' | 'TSV' | 'JSON_LINES' | 'XLSX' | EntityFormat;
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

/** Between the values of a list, where it is shown as one text. */
export const BETWEEN = ';';

/** The cell of a list; that of a single value is the value. */
export const listCell = (values: readonly TableCell[]): TableCell =>
  values.length === 1 ? values[0]! : { text: values.map(({ text }) => text).join(`${BETWEEN} `), values };
