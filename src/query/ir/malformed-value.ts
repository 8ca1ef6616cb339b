import { GraphQLError } from 'graphql';
import { type Arguments } from './bound-arguments.ts';

/**
 * Text that is not a value of its scalar: a reference, time or address that cannot be one. As an error of the scalar it would fail the
 * whole operation, and hide everything else that is wrong. A query fails only in the field that has it as an argument; a mutation
 * lists it in `problems` with its path.
 */
export class MalformedValue {
  readonly text: string;
  /** What the scalar expects. */
  readonly error: GraphQLError;

  constructor(text: string, error: GraphQLError) {
    this.text = text;
    this.error = error;
  }
}

/** A month or a year where a day is expected. It is malformed, except as an end of a window: `from: "2023"`, `to: "2023"`. */
export class CalendarPeriod extends MalformedValue {
  /** The first and the last day, by the end of a window at which it stands. */
  readonly days: Readonly<Record<string, string>>;

  constructor(text: string, error: GraphQLError, days: { from: string; to: string }) {
    super(text, error);
    this.days = days;
  }
}

/**
 * The arguments with days for the months and years at the ends of windows. @throws GraphQLError for the first value that is
 * malformed.
 */
export function rejectMalformed<T>(value: T): T {
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).map(([name, part]): [string, unknown] => [name, resolveValue(part, name)]);
  return (Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries)) as T;
}

function resolveValue(value: unknown, name: string): unknown {
  if (!(value instanceof MalformedValue)) return rejectMalformed(value);
  const day = value instanceof CalendarPeriod ? value.days[name] : undefined;
  if (day !== undefined) return day;
  throw new GraphQLError(value.error.message, { nodes: value.error.nodes, extensions: { code: 'BAD_USER_INPUT' } });
}

/** The arguments with the text of what is malformed in its place. */
export const withMalformedText = (args: Arguments): Arguments =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [name, toText(value)]));

function toText(value: unknown): unknown {
  if (value instanceof MalformedValue) return value.text;
  if (Array.isArray(value)) return value.map(toText);
  return isPlain(value) ? withMalformedText(value as Arguments) : value;
}

/** False for the values of scalars, such as instants. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
