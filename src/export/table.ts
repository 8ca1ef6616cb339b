/**
 * What a value of a column is. A column has one type, so that no reader has to guess: 2022 and "2022~" are never in one column. `json` is
 * text of JSON, for what has parts; formats of JSON have the value itself.
 */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'list' | 'json';

export interface TableColumn {
  /** A path of the API: `time.edtf`, `body.key`. */
  name: string;
  type: ColumnType;
  /** What the value means, in a sentence. */
  description: string;
}

/** A value of a `list`; formats without lists write them as one text, separated by {@link LIST_SEPARATOR}. */
export type Item = string | number | boolean;

/** Null where there is no value. Numbers are finite; an `integer` lies within ±(2^53 - 1). */
export type Cell = Item | readonly Item[] | null;

/** Streamed, or at hand. */
export type Rows<T> = Iterable<T> | AsyncIterable<T>;

/** What a file says of itself. */
export interface About {
  title: string;
  /** The address that says the question, absolute. */
  question: string;
  /** The version of the graph that answered. */
  graphVersion: string;
  /** The day on which it answered: `2026-11-30`. */
  retrieved: string;
  /** A reference for a list of sources, as text. */
  citation: string;
  /** The address of the licence, or its name. */
  licence?: string;
  /** What a reader must know of the figures: `betweenness from 200 of 2,000 sources`. */
  notes: readonly string[];
}

export interface Table {
  about: About;
  columns: readonly TableColumn[];
  /** As many cells in each row as there are columns. */
  rows: Rows<readonly Cell[]>;
}

/** Between the items of a list where a format has no lists. An item that contains it is refused. */
export const LIST_SEPARATOR = ';';

const fits: Readonly<Record<ColumnType, (cell: Cell) => boolean>> = {
  text: (cell) => typeof cell === 'string',
  json: (cell) => typeof cell === 'string',
  integer: Number.isSafeInteger,
  number: Number.isFinite,
  boolean: (cell) => typeof cell === 'boolean',
  list: (cell) => Array.isArray(cell) && cell.every((item) => typeof item !== 'number' || Number.isFinite(item)),
};

/** The smallest number above zero with all its digits (2^-1022). igraph refuses a file with a smaller one. */
export const SMALLEST = 2 ** -1022;

/**
 * The cell as all formats write it, so that files of one question agree: a number nearer to zero than {@link SMALLEST} is 0. An
 * error where it is not of the type of its column: two types in one column are read as text, or not at all.
 */
export function checkCell(column: TableColumn, cell: Cell): Cell {
  if (cell === null) return null;
  if (!fits[column.type](cell))
    throw new TypeError(`The column ${column.name} has values of type ${column.type}, not ${JSON.stringify(cell)}.`);
  return typeof cell === 'number' && Math.abs(cell) < SMALLEST ? 0 : cell;
}

/** Throws where a row has more or fewer cells than there are columns. */
export function checkWidth(columns: readonly TableColumn[], cells: readonly Cell[]): void {
  if (cells.length !== columns.length)
    throw new TypeError(`A row has ${cells.length} cells for ${columns.length} columns: ${JSON.stringify(cells)}.`);
}

/** A value as text, for formats that have nothing else: the shortest digits that read back as the same number; lists as one text. */
export function itemText(cell: Item | readonly Item[]): string {
  if (typeof cell === 'object') return cell.map(listItemText).join(LIST_SEPARATOR);
  if (typeof cell === 'string') return portableText(cell);
  return String(cell);
}

function listItemText(item: Item): string {
  const text = itemText(item);
  if (text.includes(LIST_SEPARATOR))
    throw new TypeError(`An item of a list contains its separator "${LIST_SEPARATOR}": ${JSON.stringify(text)}.`);
  return text;
}

/** What XML 1.0 cannot have: control characters except tab and line ends, and two code points that are no characters. */
// eslint-disable-next-line no-control-regex
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text that every format can hold: a character that XML or UTF-8 cannot is U+FFFD, in all formats alike, so that files agree. */
export const portableText = (text: string): string => text.toWellFormed().replace(NOT_IN_XML, '\ufffd');
