import { EMPTY_CELL, type TableCell } from '../table/cell.ts';

/** How many cells there are of a kind, and two of them. */
export class Tally {
  cells = 0;
  readonly examples: string[] = [];

  add(text: string, cells = 1): void {
    this.cells += cells;
    if (this.examples.length < 2 && !this.examples.includes(text)) this.examples.push(text);
  }
}

/** The tally of a kind among tallies. */
export function tallyIn<K>(tallies: Map<K, Tally>, kind: K): Tally {
  const tally = tallies.get(kind) ?? new Tally();
  tallies.set(kind, tally);
  return tally;
}

/** Different values that are remembered of all columns together, and of one. */
const MAX_VALUES = 1_000_000;
const MAX_VALUES_OF_COLUMN = 10_000;
/** A text that is longer is prose. */
const MAX_LENGTH = 200;

/** A text that stands in a column, in so many cells. */
interface ColumnValue {
  cells: number;
  /** Of a spreadsheet, the day that it is. */
  date?: string;
}

/** The different values of a column. However long the column, not more than a number of them is remembered. */
export class ColumnValues {
  readonly name: string;
  empty = 0;
  readonly filled = new Tally();
  /** Cells that cannot be used, by the reason. */
  readonly problems = new Map<string, Tally>();
  readonly different = new Map<string, ColumnValue>();
  /** Cells whose value is not remembered, because it is long or came after too many others. */
  beyond = 0;
  readonly #limit: number;

  /** @param columns The number of columns of the table. */
  constructor(name: string, columns: number) {
    this.name = name;
    this.#limit = Math.min(MAX_VALUES_OF_COLUMN, Math.floor(MAX_VALUES / columns));
  }

  /** A cell that is not there is an empty one. */
  add(cell: TableCell = EMPTY_CELL): void {
    for (const value of cell.values ?? [cell]) this.#addValue(value);
  }

  #addValue({ text: shown, date, problem }: TableCell): void {
    const text = shown.trim();
    if (problem !== undefined) {
      tallyIn(this.problems, problem).add(text);
      return;
    }
    if (text === '') {
      this.empty += 1;
      return;
    }
    this.filled.add(text);
    const value = this.different.get(text);
    if (value !== undefined) value.cells += 1;
    else if (text.length <= MAX_LENGTH && this.different.size < this.#limit)
      this.different.set(text, { cells: 1, ...(date !== undefined && { date }) });
    else this.beyond += 1;
  }
}
