/** The figures of a picture, as a table: the heads of its columns, and its rows, of which the first cell names each. */
export interface Table {
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
}

/** What a cell shows, and where it leads. */
export type Cell = string | number | { text: string | number; href: string };

export const textOf = (cell: Cell): string | number => (typeof cell === 'object' ? cell.text : cell);

/** The table as CSV, as the files of the API are (RFC 4180). */
export function csvOf({ columns, rows }: Table): string {
  return `${[columns, ...rows].map((row) => row.map((cell) => quoted(textOf(cell))).join(',')).join('\r\n')}\r\n`;
}

function quoted(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
