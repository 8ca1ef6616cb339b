import { closestMatches } from '../../domain/identity/keys.ts';
import { isCalendarDay } from '../../domain/time/calendar.ts';
import { didYouMean } from '../../record/input/problem.ts';
import { type EntityAnswer, type EntityQuestion } from '../../record/resolve/find-entities.ts';
import { type TableCell, type TableRow } from '../table/table.ts';
import { CellProblem } from './cell-problem.ts';
import { type ColumnRules, type Find } from './format.ts';
import { NoTime, monthNumber, readTime, spanOf } from './read-time.ts';
import { type ColumnValue, type Scope, type Template, onlyItem } from './template.ts';

/** More than any cell of a table of people; a limit all the same. */
const MAX_ITEMS = 500;

/** A column with the templates of what it looks up. */
export interface ReadableColumn extends Omit<ColumnRules, 'find'> {
  find?: Omit<Find, 'country' | 'new'> & { country?: Template; new?: Template };
}

/** A row that a look-up adds, since nothing was found. */
export interface AddedRow {
  list: Find['in'][number];
  row: Record<string, unknown>;
  column: string;
}

/** A row of a table as its columns are read. */
export class RowReading implements Scope {
  readonly at: ReadonlyMap<string, number> = new Map();
  /** New nodes, for which the look-ups of columns found none. */
  readonly added: AddedRow[] = [];
  readonly problems: CellProblem[] = [];
  readonly #row: TableRow;
  readonly #columns: ReadonlyMap<string, ReadableColumn>;
  readonly #find: (question: EntityQuestion) => EntityAnswer;
  readonly #read = new Map<string, readonly ColumnValue[]>();

  /** @param find What is known of a name or code. */
  constructor(
    row: TableRow,
    columns: ReadonlyMap<string, ReadableColumn>,
    find: (question: EntityQuestion) => EntityAnswer,
  ) {
    this.#row = row;
    this.#columns = columns;
    this.#find = find;
  }

  /** The values of a column; none if it is missing. Throws a {@link CellProblem}. */
  readonly items = (name: string): readonly ColumnValue[] => {
    let items = this.#read.get(name);
    if (items === undefined) this.#read.set(name, (items = this.#readColumn(name)));
    return items;
  };

  readonly attempt = <T>(make: () => T): T | undefined => {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error;
      this.problems.push(error);
      return undefined;
    }
  };

  #readColumn(name: string): readonly ColumnValue[] {
    const column = this.#columns.get(name) ?? {};
    const whole = this.#given(name, column).filter((item) => !isMissing(item, column));
    if (whole.length === 0) return column.empty === undefined ? [] : [constantItem(column.empty, '')];
    if (column.filled !== undefined)
      return [constantItem(column.filled, whole.map(({ printed }) => printed).join('; '))];
    const items = column.split === undefined ? whole : whole.flatMap((item) => split(item, column));
    if (items.length > MAX_ITEMS) throw new CellProblem(name, `has more than ${MAX_ITEMS} values`);
    return items.flatMap((item, index) => this.#readItem(name, column, item, { index, count: items.length }) ?? []);
  }

  /** What the column takes: a cell, or what other columns give. */
  #given(name: string, { from, span, parts }: ReadableColumn): readonly ColumnValue[] {
    if (span !== undefined) return this.#span(name, span);
    if (parts !== undefined) return this.#date(name, parts);
    for (const other of from ?? [name]) {
      const items = other === name ? this.#cell(name) : this.items(other);
      if (items.length > 0) return items;
    }
    return [];
  }

  #cell(name: string): readonly ColumnValue[] {
    const cell = this.#row.cells.get(name);
    if (cell?.problem !== undefined) throw new CellProblem(name, cell.problem);
    if (cell === undefined) return [];
    return (cell.values ?? [cell]).map((value) => {
      if (value.problem !== undefined) throw new CellProblem(name, value.problem);
      return toItem(value);
    });
  }

  #readItem(
    name: string,
    { codes, time, find }: ReadableColumn,
    item: ColumnValue,
    place: { index: number; count: number },
  ): ColumnValue | null {
    const node = find === undefined ? {} : { isNode: true as const };
    if (codes !== undefined && Object.hasOwn(codes, item.text)) {
      return { ...node, ...constantItem(codes[item.text]!, item.printed) };
    }
    if (find !== undefined) return { ...item, ...node, text: this.#findNode(name, find, item, place) };
    if (codes !== undefined) {
      const words = Object.keys(codes);
      throw new CellProblem(
        name,
        `is not among the codes of the column: ${words.slice(0, 20).join(', ')}${words.length > 20 ? ', …' : ''}${didYouMean(closestMatches(item.text, words))}`,
      );
    }
    if (time === undefined) return item;
    return inColumn(name, () => {
      const edtf = readTime(item.edtf ?? item.text, time);
      return edtf === null ? null : { text: edtf, edtf, printed: item.printed };
    });
  }

  #span(name: string, [first, last]: readonly [string, string]): readonly ColumnValue[] {
    const [start, end] = [first, last].map((column) => {
      const item = onlyItem(this, column);
      return item === undefined ? null : { printed: item.printed, edtf: inColumn(column, () => edtfOf(item)) };
    });
    const edtf = inColumn(name, () => spanOf(start?.edtf ?? null, end?.edtf ?? null));
    if (edtf === null) return [];
    const isAsPrinted = [start, end].every((item) => item == null || item.edtf === item.printed);
    const printed = [...new Set([start, end].flatMap((item) => (item == null ? [] : [item.printed])))].join(' – ');
    return [{ text: edtf, edtf, printed: isAsPrinted ? edtf : printed }];
  }

  #date(name: string, columns: readonly string[]): readonly ColumnValue[] {
    const items = columns.map((column) => onlyItem(this, column));
    const count = items.findIndex((item) => item === undefined);
    const given = items.slice(0, count < 0 ? items.length : count).map((item) => item!);
    const later = columns.findIndex((_, index) => index > given.length && items[index] !== undefined);
    if (later >= 0) throw new CellProblem(columns[later]!, `is given, but ${columns[given.length]} is missing`);
    const [year, month, day] = given.map(({ text }) => text);
    if (year === undefined) return [];
    if (!/^\d{4}$/.test(year)) throw new CellProblem(columns[0]!, 'is no year of four digits');
    const number = month === undefined ? null : monthNumber(month);
    if (month !== undefined && number === null)
      throw new CellProblem(columns[1]!, 'is no month: expected 1 to 12, or its name');
    if (day !== undefined && !/^\d{1,2}$/.test(day)) throw new CellProblem(columns[2]!, 'is no day of a month');
    const edtf = [
      year,
      ...(number === null ? [] : [number]),
      ...(day === undefined ? [] : [day.padStart(2, '0')]),
    ].join('-');
    if (day !== undefined && !isCalendarDay(edtf))
      throw new CellProblem(columns[2]!, `makes ${edtf}, which is no day of the calendar`);
    return [{ text: edtf, edtf, printed: edtf }];
  }

  /** The key of the node that an item names. */
  #findNode(
    name: string,
    find: NonNullable<ReadableColumn['find']>,
    item: ColumnValue,
    place: { index: number; count: number },
  ): string {
    // What a look-up says of other columns is about the value of the same place in them.
    const scope: Scope = {
      items: (column) => {
        if (column === name) return [{ ...item, isName: true }];
        const items = this.items(column);
        return items.length === place.count && items.length > 1 ? [items[place.index]!] : items;
      },
      at: this.at,
      attempt: (make) => make(),
    };
    const row = find.new?.(scope) as AddedRow['row'] | undefined;
    const country = find.country?.(scope);
    if (find.country !== undefined && country === undefined)
      throw new CellProblem(name, 'cannot be looked up, since its country is missing');
    const { keys, isOwn, suggestions } = this.#find({
      lists: find.in,
      by: find.by,
      text: item.text,
      country: (country as string | undefined) ?? null,
      key: typeof row?.key === 'string' ? row.key : null,
    });
    const add = () => {
      this.added.push({ list: find.in[0]!, row: row!, column: name });
      return row!.key as string;
    };
    if (isOwn) return add();
    if (keys.length === 1) return keys[0]!;
    const where = `among the ${find.in.join(' and ')}${find.country === undefined ? '' : ` of ${String(country)}`}`;
    if (keys.length > 1)
      throw new CellProblem(name, `may be any of ${keys.slice(0, 5).join(', ')}; say with codes which it is`);
    if (row !== undefined) return add();
    throw new CellProblem(name, `is not found ${where} by ${find.by.join(' or ')}${didYouMean(suggestions)}`);
  }
}

const toItem = ({ text, value, date }: TableCell): ColumnValue => ({
  text: text.trim(),
  printed: text.trim(),
  ...(value !== undefined && { value }),
  ...(date !== undefined && { edtf: date }),
});

/** What the mapping says instead of what is printed. */
const constantItem = (value: string | number | boolean, printed: string): ColumnValue => ({
  ...(typeof value !== 'string' && { value }),
  text: String(value),
  printed,
});

const isMissing = ({ text }: ColumnValue, { missing = [] }: ReadableColumn) => text === '' || missing.includes(text);

function split(item: ColumnValue, column: ReadableColumn): ColumnValue[] {
  const texts = column.split!.reduce<string[]>(
    (parts, separator) => parts.flatMap((part) => part.split(separator)),
    [item.text],
  );
  return texts.map((text) => ({ text: text.trim(), printed: text.trim() })).filter((part) => !isMissing(part, column));
}

/** The time of an item; one whose column says nothing of times is EDTF. */
const edtfOf = ({ edtf, text }: ColumnValue): string | null => edtf ?? readTime(text, {});

/** What is wrong with a time is wrong with the cell. */
function inColumn<T>(column: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof NoTime) throw new CellProblem(column, error.message);
    throw error;
  }
}
