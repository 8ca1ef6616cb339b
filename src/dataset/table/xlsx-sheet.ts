import { EMPTY_CELL, MAX_COLUMNS, MAX_ROW_LENGTH, type TableCell, textCell } from './cell.ts';
import { type Cells } from './with-header.ts';
import { cellReference, createMergeFiller, type Merge } from './xlsx-merges.ts';
import { GENERAL, isoDateCell, numberCell } from './xlsx-number.ts';
import { TextCollector, type Workbook } from './xlsx-workbook.ts';
import { readXml, refuse } from './xlsx-xml.ts';

/** A cell as the XML says it. */
interface StoredCell {
  type: string;
  style: number;
  formula: boolean;
  /** The content of <v>; null if there is none. */
  value: string | null;
}

/** The rows of a sheet that have cells, hidden ones too. */
export function readSheet(workbook: Workbook, part: string, merges: readonly Merge[]): AsyncGenerator<Cells> {
  const { path } = workbook;
  const fillMerges = createMergeFiller(merges);
  return readXml<Cells>(path, part, (found) => {
    const inline = new TextCollector();
    let position = 0;
    let column = 0;
    let cells: TableCell[] = [];
    let length = 0;
    let cell: StoredCell | null = null;
    let within = false;

    const beginRow = (r: string | undefined) => {
      const number = r === undefined ? position + 1 : Number(r);
      if (!(number > position)) throw refuse(path, `is damaged: row ${r} follows row ${position}`);
      [position, column, cells, length] = [number, 0, [], 0];
    };
    const beginCell = (r: string | undefined) => {
      column = r === undefined ? column + 1 : (cellReference(r)?.column ?? 0);
      if (column === 0) throw refuse(path, `is damaged: row ${position} has a cell ${r}`);
    };
    const endCell = (read: TableCell) => {
      if (read === EMPTY_CELL) return;
      if (column > MAX_COLUMNS)
        throw refuse(path, `has a value in column ${column} of row ${position}, the limit is ${MAX_COLUMNS} columns`);
      length += read.text.length;
      if (length > MAX_ROW_LENGTH)
        throw refuse(path, `has a row ${position} of more than ${MAX_ROW_LENGTH} characters, which is the limit`);
      while (cells.length < column) cells.push(EMPTY_CELL);
      cells[column - 1] = read;
    };
    return {
      open: (name, { r, t, s }) => {
        inline.open(name);
        if (name === 'row') beginRow(r);
        else if (name === 'c') {
          beginCell(r);
          inline.begin();
          cell = { type: t ?? 'n', style: Number(s ?? 0), formula: false, value: null };
        } else if (cell && name === 'f') cell.formula = true;
        else if (name === 'v') within = true;
      },
      text: (piece) => {
        inline.add(piece);
        if (cell && within) cell.value = (cell.value ?? '') + piece;
      },
      close: (name) => {
        inline.close(name);
        if (name === 'v') within = false;
        else if (cell && name === 'c') {
          endCell(readCell(cell, inline.text, workbook));
          cell = null;
        } else if (name === 'row') {
          fillMerges(position, cells);
          found({ position, cells });
        }
      },
    };
  });
}

function readCell({ type, style, formula, value }: StoredCell, inline: string, workbook: Workbook): TableCell {
  if (type === 'inlineStr') return stringCell(inline);
  // A formula whose result is the empty text is a text, and has an empty <v>.
  if (formula && value === null && type !== 'str')
    return {
      text: '',
      problem: 'is a formula without a stored result; open the file in a spreadsheet program and save it',
    };
  if (value === null) return EMPTY_CELL;
  const shown = workbook.formats[style] ?? GENERAL;
  switch (type) {
    case 's': {
      const shared = workbook.texts.get(Number(value));
      return shared === undefined
        ? { text: '', problem: `has the text number ${value}, which the file lacks` }
        : stringCell(shared);
    }
    case 'str':
      return stringCell(value);
    case 'e':
      return { text: value, problem: `is ${value}, an error of the spreadsheet` };
    case 'b':
      return value === '1' ? { text: 'TRUE', value: true } : { text: 'FALSE', value: false };
    case 'd':
      return isoDateCell(value, shown);
    default: {
      const number = Number(value);
      return Number.isFinite(number) && value.trim() !== ''
        ? numberCell(number, shown, workbook.date1904)
        : { text: value, problem: `is ${value}, which is no number` };
    }
  }
}

/** XML cannot say every character: the format writes _x000D_ for a carriage return, and _x005F_ for the underscore of such a text. */
function stringCell(stored: string): TableCell {
  const text = stored
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\r\n?/g, '\n');
  return text === '' ? EMPTY_CELL : textCell(text);
}
