/**
 * Answers of the API as tables. A row is an item of a list; a column is a path of the API from the item on, as in files of
 * `/export` (docs/export.md): `time.edtf`, `place.name`.
 */

/** A value of the API that has no parts. */
export type Scalar = string | number | boolean;

/**
 * What an item has at the path of a column: null where it has nothing there. Of a path through a list it is the value of each
 * item, null for those that have none, so that columns of one list agree in order; of lists in lists, one after the other.
 */
export type Cell = Scalar | null | readonly (Scalar | null)[];

export interface AnswerTable {
  columns: readonly string[];
  /** As many cells in each row as there are columns. */
  rows: readonly (readonly Cell[])[];
}

/** A list in an answer that can be a table. */
export interface AnswerList {
  /** From the answer's `data` on: `meetings.nodes`. */
  path: string;
  items: readonly unknown[];
}

/** Between the values of a cell that has several, as in files of `/export`. */
const SEPARATOR = ';';

/** The lists of objects, in the order of the answer, except those within other lists: these are cells. An empty list may be one. */
export function listsIn(data: unknown): AnswerList[] {
  const lists: AnswerList[] = [];
  const visit = (value: unknown, path: readonly string[]): void => {
    if (Array.isArray(value)) {
      if (value.length === 0 || value.some(isObject)) lists.push({ path: path.join('.'), items: value });
    } else if (isObject(value)) {
      for (const [name, part] of Object.entries(value)) visit(part, [...path, name]);
    }
  };
  visit(data, []);
  return lists;
}

/** A row for each item, and all that they have in columns, in the order of the answer. */
export function tableOf(items: readonly unknown[]): AnswerTable {
  const root = new Part();
  for (const item of items) root.note(item);
  const paths = root.columns();
  return {
    columns: paths.map((path) => path.join('.') || 'value'),
    rows: items.map((item) => paths.map((path) => cellAt(item, path))),
  };
}

/** A cell as text, as files of `/export` have it: a boolean as R knows it, several values with `;` between them. */
export function cellText(cell: Cell): string {
  if (typeof cell !== 'object') return scalarText(cell);
  if (cell === null || cell.every((value) => value === null)) return '';
  return cell.map((value) => (value === null ? '' : scalarText(value))).join(SEPARATOR);
}

const scalarText = (value: Scalar) => (typeof value === 'boolean' ? String(value).toUpperCase() : String(value));

/** What is at a path, over all items: a value, parts with names, or nothing, such as an object that is null or an empty list. */
class Part {
  readonly #parts = new Map<string, Part>();
  #hasValues = false;

  note(value: unknown): void {
    if (Array.isArray(value)) {
      for (const item of value) this.note(item);
    } else if (isObject(value)) {
      for (const [name, part] of Object.entries(value)) {
        if (!this.#parts.has(name)) this.#parts.set(name, new Part());
        this.#parts.get(name)!.note(part);
      }
    } else if (value !== null) {
      this.#hasValues = true;
    }
  }

  /** The paths of the columns from here on. An object that is null in some rows only has the columns of its parts. */
  columns(): string[][] {
    const own = this.#hasValues || this.#parts.size === 0 ? [[]] : [];
    const parts = [...this.#parts].flatMap(([name, part]) => part.columns().map((path) => [name, ...path]));
    return [...own, ...parts];
  }
}

function cellAt(value: unknown, path: readonly string[]): Cell {
  if (Array.isArray(value)) return value.flatMap((item) => cellAt(item, path));
  const [name, ...rest] = path;
  if (name === undefined) return isScalar(value) ? value : null;
  return isObject(value) && Object.hasOwn(value, name) ? cellAt(value[name], rest) : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): value is Scalar {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
