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

/** The arguments as they are, if nothing in them is malformed. @throws GraphQLError for the first value that is. */
export function rejectMalformed<T>(value: T): T {
  if (value instanceof MalformedValue) {
    throw new GraphQLError(value.error.message, { nodes: value.error.nodes, extensions: { code: 'BAD_USER_INPUT' } });
  }
  if (isPlain(value)) Object.values(value).forEach(rejectMalformed);
  return value;
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
