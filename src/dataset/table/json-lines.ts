import { ClientError } from '../../domain/errors.ts';
import {
  BETWEEN,
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
import { isContainer, isObject, parseJson, plainCell } from './json.ts';

const MAX_DEPTH = 20;

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
  const problem = addLine(line, cells);
  return { cells, ...(problem !== null && { problem }) };
}

/** Adds the cells of a line; gives what is wrong with it. */
function addLine(line: string, cells: Map<string, TableCell>): string | null {
  const parsed = parseJson(line);
  if ('problem' in parsed) return parsed.problem;
  return isObject(parsed.value) ? addCells(parsed.value, [], cells) : 'is not a JSON object';
}

function addCells(value: object, path: readonly string[], cells: Map<string, TableCell>): string | null {
  if (path.length > MAX_DEPTH) return `has more than ${MAX_DEPTH} objects and arrays within one another`;
  for (const [key, part] of Object.entries(value) as [string, unknown][]) {
    const inner = [...path, key];
    if (isContainer(part) && !(Array.isArray(part) && !part.some(isContainer))) {
      const problem = addCells(part, inner, cells);
      if (problem !== null) return problem;
      continue;
    }
    const column = inner.join('.');
    if (cells.has(column)) return `has two values for ${column}`;
    cells.set(column, Array.isArray(part) ? joined(part) : plainCell(part));
  }
  return null;
}

/** An element that contains what separates them makes the cell a problem. */
function joined(values: readonly unknown[]): TableCell {
  const texts = values.map((value) => plainCell(value).text);
  const cell = textCell(texts.join(`${BETWEEN} `));
  const ambiguous = texts.find((text) => values.length > 1 && text.includes(BETWEEN));
  return ambiguous === undefined
    ? cell
    : { ...cell, problem: `is a list of which one element, ${ambiguous}, contains "${BETWEEN}"` };
}
