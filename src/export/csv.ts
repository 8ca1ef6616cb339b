import { inChunks, mapRows } from './stream.ts';
import { type Cell, type TableColumn, type Table, checkCell, checkWidth, itemText } from './table.ts';

/** RFC 4180. A line end within a value stays what it is, so that it can be told from the end of a row. */
const LINE_END = '\r\n';
/** False and true as R knows them, which takes `true` for text. */
export const BOOLEANS = ['FALSE', 'TRUE'] as const;

/**
 * A table as CSV (RFC 4180): a line of column names, a line for each row, nothing else. UTF-8 without a byte order mark, which
 * would be part of the first name for some readers. An empty field is null, and `""` an empty text, for readers that tell them apart.
 */
export function writeCsv({ columns, rows }: Table): AsyncGenerator<string, void, undefined> {
  const header = columns.map(({ name }) => field(name)).join(',') + LINE_END;
  return inChunks(
    header,
    mapRows(rows, (cells) => line(columns, cells)),
  );
}

function line(columns: readonly TableColumn[], cells: readonly Cell[]): string {
  checkWidth(columns, cells);
  let text = '';
  for (let index = 0; index < columns.length; index++) {
    const cell = checkCell(columns[index]!, cells[index]!);
    if (index > 0) text += ',';
    if (cell !== null) text += typeof cell === 'boolean' ? BOOLEANS[+cell]! : field(itemText(cell));
  }
  return text + LINE_END;
}

const field = (text: string) => (text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
