import { EMPTY_CELL, type TableCell, textCell } from './cell.ts';

/** A number with the digits of the file: 1.0 is not 1 where it is a code. */
export class WrittenNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** An object or an array. */
export const isContainer = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof WrittenNumber);

export const isObject = (value: unknown): value is JsonObject => isContainer(value) && !Array.isArray(value);

/** The cell of a value that is no container. */
export function plainCell(value: unknown): TableCell {
  if (value === null) return EMPTY_CELL;
  if (value instanceof WrittenNumber) return { ...textCell(value.text), value: Number(value.text) };
  if (typeof value === 'boolean') return { text: String(value), value };
  return textCell(value as string);
}

/** The value of a JSON text with its numbers as they are written, or what is wrong with it. */
export function parseJson(text: string): { value: unknown } | { problem: string } {
  let keys = 0;
  let value: unknown;
  try {
    value = JSON.parse(text, function (this: unknown, _key, part: unknown, context?: { source: string }) {
      if (!Array.isArray(this)) keys += 1;
      return typeof part === 'number' ? new WrittenNumber(context!.source) : part;
    });
  } catch (error) {
    return { problem: `is not JSON: ${(error as Error).message}` };
  }
  // The whole has a key, too: ''. Of two equal keys in one object, JSON.parse keeps the last and says nothing.
  return keys - 1 < writtenKeys(text) ? { problem: 'has a key twice in one object' } : { value };
}

/** The number of keys in a text that is JSON: its strings with a colon after them. */
function writtenKeys(text: string): number {
  let count = 0;
  for (const [string] of text.matchAll(/"(?:[^"\\]|\\.)*"\s*:?/g)) if (string.endsWith(':')) count += 1;
  return count;
}
