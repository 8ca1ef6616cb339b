import { ClientError } from '../../domain/errors.ts';
import {
  EMPTY_CELL,
  type FileFormat,
  type InputTable,
  MAX_COLUMNS,
  MAX_ROW_LENGTH,
  type TableCell,
  type TableRow,
  textCell,
} from './cell.ts';
import { decodeFile } from './decode-file.ts';

/** Between the elements of an array; an element that contains it makes the cell a problem. */
const BETWEEN = ';';

/**
 * Reads one JSON object a line. The columns are the paths to its values (`person.name`); an array of plain values is one cell
 * (`Germany; Poland`), the objects of an array are numbered (`members.0.name`). The header is the paths of all lines, in the order
 * in which they first appear: the file is read once for it, and once more for the rows.
 */
export async function openJsonLines(path: string, { encoding }: FileFormat): Promise<InputTable> {
  const columns = new Set<string>();
  for await (const { cells } of readObjects(path, encoding)) {
    for (const column of cells.keys()) columns.add(column);
    if (columns.size > MAX_COLUMNS)
      throw new ClientError(
        'BAD_REQUEST',
        `${path} has more than ${MAX_COLUMNS} columns, counting the paths of all lines`,
      );
  }
  if (columns.size === 0) throw new ClientError('BAD_REQUEST', `${path} has no line with a JSON object`);
  const header = [...columns];
  return {
    header,
    positions: 'line',
    rows: {
      async *[Symbol.asyncIterator]() {
        for await (const row of readObjects(path, encoding))
          yield { ...row, cells: new Map(header.map((column) => [column, row.cells.get(column) ?? EMPTY_CELL])) };
      },
    },
  };
}

async function* readObjects(path: string, encoding: FileFormat['encoding']): AsyncGenerator<TableRow> {
  let position = 0;
  for await (const line of linesOf(path, encoding)) {
    position += 1;
    if (line.trim() !== '') yield { position, ...readLine(line) };
  }
}

async function* linesOf(path: string, encoding: FileFormat['encoding']): AsyncGenerator<string> {
  let open = '';
  let position = 1;
  for await (const text of decodeFile(path, encoding)) {
    const lines = (open + text).split('\n');
    open = lines.pop()!;
    yield* lines;
    position += lines.length;
    if (open.length > MAX_ROW_LENGTH)
      throw new ClientError(
        'BAD_REQUEST',
        `${path}:${position}  this line is longer than ${MAX_ROW_LENGTH} characters`,
      );
  }
  yield open;
}

function readLine(line: string): Omit<TableRow, 'position'> {
  const cells = new Map<string, TableCell>();
  let object: unknown;
  try {
    object = JSON.parse(line, keepNumbers);
  } catch (error) {
    return { cells, problem: `is not JSON: ${(error as Error).message}` };
  }
  if (typeof object !== 'object' || object === null || Array.isArray(object) || object instanceof WrittenNumber)
    return { cells, problem: 'is not a JSON object' };
  const twice = new Set<string>();
  addCells(object, '', cells, twice);
  return { cells, ...(twice.size > 0 && { problem: `has two values for ${[...twice].join(', ')}` }) };
}

/** A number with the digits of the file: 1.0 is not 1 where it is a code. */
class WrittenNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** TypeScript does not know the third argument yet. */
const keepNumbers = (_key: string, value: unknown, context?: { source: string }) =>
  typeof value === 'number' ? new WrittenNumber(context!.source) : value;

function addCells(value: object, path: string, cells: Map<string, TableCell>, twice: Set<string>): void {
  for (const [key, part] of Object.entries(value) as [string, unknown][]) {
    const column = path + key;
    if (isNested(part)) {
      addCells(part, `${column}.`, cells, twice);
      continue;
    }
    if (cells.has(column)) twice.add(column);
    cells.set(column, Array.isArray(part) ? joined(part) : plain(part));
  }
}

/** An object, or an array with an object or array in it. */
const isNested = (value: unknown): value is object =>
  Array.isArray(value)
    ? value.some((element) => Array.isArray(element) || isNested(element))
    : typeof value === 'object' && value !== null && !(value instanceof WrittenNumber);

function plain(value: unknown): TableCell {
  if (value === null) return EMPTY_CELL;
  if (value instanceof WrittenNumber) return { ...textCell(value.text), value: Number(value.text) };
  if (typeof value === 'boolean') return { text: String(value), value };
  return textCell(value as string);
}

function joined(values: readonly unknown[]): TableCell {
  const texts = values.map((value) => plain(value).text);
  const cell = textCell(texts.join(`${BETWEEN} `));
  const ambiguous = texts.find((text) => values.length > 1 && text.includes(BETWEEN));
  return ambiguous === undefined
    ? cell
    : { ...cell, problem: `is a list of which one element, ${ambiguous}, contains "${BETWEEN}"` };
}
