import { ClientError } from '../../domain/errors.ts';
import { type InputTable, MAX_COLUMNS, type TableCell, type TableRow } from './cell.ts';

/** The cells of a line or row by place, before the header gives them names. */
export interface Cells {
  position: number;
  cells: readonly TableCell[];
}

interface Options {
  path: string;
  /** From the beginning, each time it is called. */
  read: () => AsyncIterable<Cells>;
  positions: InputTable['positions'];
  headerRow: number;
  /** A row of a text file has exactly the cells of the header; in a sheet, empty cells at the end are not stored. */
  sameLength: boolean;
}

/** The table that begins with the first row from `headerRow` on that is not empty. Empty rows are no rows. */
export async function withHeader({ path, read, positions, headerRow, sameLength }: Options): Promise<InputTable> {
  const refuse = (message: string) => new ClientError('BAD_REQUEST', `${path} ${message}`);
  const first = await firstOf(rowsFrom(read(), headerRow));
  if (first === undefined) throw refuse(`has no header: there is nothing from ${positions} ${headerRow} on`);
  const where = `${positions} ${first.position}`;
  if (first.cells.length > MAX_COLUMNS)
    throw refuse(`has ${first.cells.length} columns in ${where}, the limit is ${MAX_COLUMNS}`);
  const header = first.cells.map(({ text, problem }, index) => {
    if (problem !== undefined) throw refuse(`cannot be read: cell ${index + 1} of the header (${where}) ${problem}`);
    return text.trim().replaceAll(/\s+/g, ' ') || `column ${index + 1}`;
  });
  const equal = [...new Set(header.filter((name, index) => header.indexOf(name) !== index))];
  if (equal.length > 0)
    throw refuse(
      equal.map((name) => `has ${placesOf(name, header)} in its header (${where})`).join('; ') +
        '; give each column a name of its own',
    );

  const named = ({ position, cells }: Cells): TableRow => {
    const row: TableRow = {
      position,
      cells: new Map(header.map((name, index) => [name, cells[index] ?? { text: '' }])),
    };
    const length = sameLength ? cells.length : Math.max(header.length, lengthOf(cells));
    if (length !== header.length) row.problem = `has ${length} cells, the header has ${header.length}`;
    return row;
  };
  return {
    header,
    positions,
    rows: {
      async *[Symbol.asyncIterator]() {
        for await (const cells of rowsFrom(read(), first.position + 1)) yield named(cells);
      },
    },
  };
}

async function* rowsFrom(rows: AsyncIterable<Cells>, position: number): AsyncGenerator<Cells> {
  for await (const row of rows) if (row.position >= position && lengthOf(row.cells) > 0) yield row;
}

async function firstOf<T>(values: AsyncIterable<T>): Promise<T | undefined> {
  for await (const value of values) return value;
  return undefined;
}

/** Up to the last cell that is not empty. */
const lengthOf = (cells: readonly TableCell[]) =>
  cells.findLastIndex(({ text, problem }) => text.trim() !== '' || problem !== undefined) + 1;

const placesOf = (name: string, header: readonly string[]) => {
  const places = header.flatMap((other, index) => (other === name ? [index + 1] : []));
  return `"${name}" ${places.length} times (columns ${places.join(', ')})`;
};
