import { z } from 'zod';
import { isKey } from '../../domain/identity/keys.ts';
import { keyPrefix } from '../../domain/node-types.ts';
import { normalizeText } from '../../domain/names/normalize-text.ts';
import { romanize } from '../../domain/names/romanize.ts';
import { schemaAt, unwrapSchema } from '../../record/input/schema-walk.ts';
import { RecordInput } from '../../record/input/record-input.ts';
import { MAX_TEXT } from '../../record/input/scalars.ts';
import { CellProblem } from './cell-problem.ts';

/** One value of a cell, as its column is read. */
export interface ColumnValue {
  /** As text; of a time its EDTF, of a node that was looked up its key. */
  text: string;
  /** As it stands in the file. */
  printed: string;
  value?: number | boolean;
  edtf?: string;
  /** True for what was looked up: other text has it as it is printed. */
  isNode?: true;
  /** True for a name: spellings that differ only in case, accents and signs make one key. */
  isName?: true;
}

/** Where a template finds values. */
export interface Scope {
  /** The values of a column in this row; none if it is missing. */
  items: (column: string) => readonly ColumnValue[];
  /** Which value of the columns with several is meant: all of them in turn, in the innermost list. */
  at: ReadonlyMap<string, number>;
  /** Undefined if a cell does not allow it, which is kept: all that is wrong with a row is told at once. */
  attempt: <T>(make: () => T) => T | undefined;
}

/** A part of a data set with the columns put in; undefined where what it needs is missing. */
export type Template = (scope: Scope) => unknown;

/** A path in the block that a template makes, and in the template. */
export type TemplatePath = readonly (string | number)[];

interface Compiled {
  make: Template;
  /** The columns that it uses outside of lists of its own. */
  uses: ReadonlySet<string>;
  /** Of an item with conditions: whether those hold that do not depend on which of several values is meant. */
  applies?: (scope: Scope) => boolean;
}

const COLUMN = /\{([^{}]+)\}/g;

/** The columns named in a text. */
export const columnsIn = (text: string): string[] => [...text.matchAll(COLUMN)].map(([, name]) => name!.trim());

/** All columns that a part of a template uses. */
export function columnsUsedIn(template: unknown): string[] {
  if (typeof template === 'string') return columnsIn(template);
  if (typeof template !== 'object' || template === null) return [];
  const conditions = Object.keys((template as { if?: object }).if ?? {});
  return [
    ...conditions,
    ...Object.entries(template).flatMap(([field, part]) => (field === 'if' ? [] : columnsUsedIn(part))),
  ];
}

/**
 * Makes a function of a template in the shape of a block.
 *
 * @param path Where it stands in the block.
 * @param isSplit Whether a column has several values in a cell.
 */
export const compileTemplate = (
  template: unknown,
  path: TemplatePath,
  isSplit: (column: string) => boolean,
): Template => compile(template, path, isSplit).make;

function compile(template: unknown, path: TemplatePath, isSplit: (column: string) => boolean): Compiled {
  if (typeof template === 'string' && columnsIn(template).length > 0) return compileText(template, path);
  if (typeof template !== 'object' || template === null) return { make: () => template, uses: new Set() };
  if (Array.isArray(template)) return compileList(template, path, isSplit);
  return compileFields(template as Fields, path, isSplit);
}

type Fields = Readonly<Record<string, unknown>>;

function compileFields(
  { if: condition, ...template }: Fields,
  path: TemplatePath,
  isSplit: (column: string) => boolean,
): Compiled {
  const conditions = Object.entries((condition ?? {}) as Readonly<Record<string, readonly string[]>>);
  const fields = Object.entries(template).map(([name, part]) => ({
    name,
    isNeeded: name === 'key' || name === 'ref' || isRequired([...path, name]),
    ...compile(part, [...path, name], isSplit),
  }));
  const allHold = (some: typeof conditions) => (scope: Scope) =>
    some.every(([column, words]) => words.includes(scope.attempt(() => itemOf(scope, column))?.printed ?? ''));
  const holds = allHold(conditions);
  return {
    uses: new Set([...conditions.map(([column]) => column), ...fields.flatMap(({ uses }) => [...uses])]),
    applies: allHold(conditions.filter(([column]) => !isSplit(column))),
    make: (scope) => {
      if (!holds(scope)) return undefined;
      const made: [string, unknown][] = [];
      for (const { name, make, isNeeded } of fields) {
        const value = make(scope);
        if (value !== undefined) made.push([name, value]);
        else if (isNeeded) return undefined;
      }
      return made.length === 0 ? undefined : Object.fromEntries(made);
    },
  };
}

function isRequired(path: TemplatePath): boolean {
  const schema = schemaAt(RecordInput, path);
  return schema !== null && !(schema instanceof z.ZodOptional) && !(schema instanceof z.ZodDefault);
}

/** Of each list that was made, the numbers of the items of the template that its items are of. */
const templateIndexes = new WeakMap<object, number[]>();

/** The path in the template of what was made at a path. */
export function pathInTemplate(made: unknown, path: TemplatePath): TemplatePath {
  let part = made;
  return path.map((step) => {
    const indexes = typeof part === 'object' && part !== null ? templateIndexes.get(part) : undefined;
    part = (part as Record<string | number, unknown> | undefined)?.[step];
    return indexes?.[step as number] ?? step;
  });
}

/** An item that uses a column with several values is made once for each of them. */
function compileList(template: readonly unknown[], path: TemplatePath, isSplit: (column: string) => boolean): Compiled {
  const items = template.map((part, index) => compile(part, [...path, index], isSplit));
  return {
    uses: new Set(),
    make: (scope) => {
      const [made, indexes]: [unknown[], number[]] = [[], []];
      for (const [index, { make, uses, applies }] of items.entries()) {
        if (applies?.(scope) === false) continue;
        const split = [...uses].filter((column) => isSplit(column) && !scope.at.has(column));
        for (const each of scope.attempt(() => scopesOf(scope, split)) ?? []) {
          const value = make(each);
          if (value === undefined) continue;
          made.push(value);
          indexes.push(index);
        }
      }
      templateIndexes.set(made, indexes);
      return made.length === 0 ? undefined : made;
    },
  };
}

function scopesOf(scope: Scope, columns: readonly string[]): Scope[] {
  const counts = columns
    .map((column) => ({ column, count: scope.items(column).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const [most] = counts;
  if (most === undefined) return [scope];
  const fewer = counts.filter(({ count }) => count !== most.count);
  if (fewer.length > 0)
    throw new CellProblem(
      most.column,
      `has ${most.count} values, but ${fewer.map(({ column, count }) => `${column} ${count}`).join(', ')}: used together, each value of one needs one of the other`,
    );
  return Array.from({ length: most.count }, (_, index) => ({
    ...scope,
    at: new Map([...scope.at, ...columns.map((column) => [column, index] as const)]),
  }));
}

const itemOf = (scope: Scope, column: string): ColumnValue | undefined => {
  const at = scope.at.get(column);
  return at === undefined ? onlyItem(scope, column) : scope.items(column)[at];
};

/** The value of a column where there can be but one; none of several is chosen. */
export function onlyItem({ items }: Pick<Scope, 'items'>, column: string): ColumnValue | undefined {
  const [item, ...others] = items(column);
  if (others.length > 0) throw new CellProblem(column, `has ${others.length + 1} values where there can be one`);
  return item;
}

function compileText(template: string, path: TemplatePath): Compiled {
  const uses = new Set(columnsIn(template));
  const [only] = uses;
  if (template.trim() === `{${only}}`) {
    const toField = fieldKind(path);
    return {
      uses,
      make: (scope) =>
        scope.attempt(() => {
          const item = itemOf(scope, only!);
          return item === undefined ? undefined : toField(item, only!);
        }),
    };
  }
  const parts = template.split(COLUMN); // texts and columns in turn
  const makesKey = path.at(-1) === 'key' || KINDS.some((kind) => template.startsWith(`${kind}:`));
  return {
    uses,
    make: (scope) =>
      scope.attempt(() => {
        let text = '';
        for (const [index, part] of parts.entries()) {
          if (index % 2 === 0) {
            text += part;
            continue;
          }
          const item = itemOf(scope, part.trim());
          if (item === undefined) return undefined;
          text += makesKey ? keyPart(item, part.trim()) : inText(item);
        }
        return text;
      }),
  };
}

const KINDS = Object.values(keyPrefix);

/** The value of an item, as the field at this path has it. */
function fieldKind(path: TemplatePath): (item: ColumnValue, column: string) => unknown {
  const schema = schemaAt(RecordInput, path);
  const field = schema === null ? null : unwrapSchema(schema);
  if (field instanceof z.ZodNumber) return toNumber;
  if (field instanceof z.ZodBoolean) return toBoolean;
  if (field instanceof z.ZodObject && 'edtf' in field.shape) return toTime;
  if (path.at(-1) === 'key') return (item, column) => (isKey(item.text) ? item.text : keyPart(item, column));
  return field instanceof z.ZodString && field.maxLength === MAX_TEXT ? inText : ({ text }) => text;
}

/** References and keys are shorter than text may be. */
const inText = ({ isNode, text, printed }: ColumnValue): string => (isNode ? printed : text);

function toNumber({ value, text }: ColumnValue, column: string): number {
  if (typeof value === 'number') return value;
  if (!/^-?\d+(\.\d+)?$/.test(text))
    throw new CellProblem(column, 'is no number in plain digits; expected one such as 26 or 48.85');
  return Number(text);
}

function toBoolean({ value }: ColumnValue, column: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new CellProblem(
    column,
    'is neither true nor false; say with codes which words mean that: `codes: {yes: true, no: false}`',
  );
}

function toTime({ edtf, text, printed }: ColumnValue): unknown {
  if (edtf === undefined) return text;
  return printed === edtf ? edtf : { edtf, raw: printed };
}

/** A text as a part of a key: letters of basic Latin, digits and hyphens. Of a key without its kind. */
function keyPart({ text, isName }: ColumnValue, column: string): string {
  if (isName === undefined && KEY_PART.test(text)) return text;
  const [kind, rest] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)];
  if (KINDS.includes(kind) && KEY_PART.test(rest)) return rest;
  const words = normalizeText(text)
    .split(' ')
    .flatMap((word) => romanize(word, false));
  const part = words.join('-');
  if (part === '') throw new CellProblem(column, 'makes no key: it has neither letters nor digits');
  return part;
}

const KEY_PART = /^[A-Za-z0-9._/-]+$/;
