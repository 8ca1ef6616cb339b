import {
  type GraphQLLeafType,
  type GraphQLOutputType,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  locatedError,
} from 'graphql';
import { type PlannedField, type PlannedSelection } from '../plan/planned.ts';
import { serializer } from './leaf.ts';
import { type Path, type ReadField, type ReadObject, type Run } from './read.ts';

/**
 * Completion as the GraphQL specification has it (6.4.3, 6.4.4): what must not be null and is fails its field; a failed
 * field is null where it may be, with the error beside the data, and fails its object where it may not.
 */

/** A field with a scalar or enum. */
export function leafField<S>(field: PlannedField, get: (source: S, run: Run) => unknown): ReadField<S> {
  const serialize = serializer(getNullableType(field.definition.type) as GraphQLLeafType);
  const required = isNonNullType(field.definition.type);
  return (source, at, run) => {
    try {
      const value = get(source, run);
      if (value !== null && value !== undefined) return serialize(value);
      if (!required) return null;
    } catch (cause) {
      return failed(field, { prev: at, key: field.key }, run, cause);
    }
    return failed(field, { prev: at, key: field.key }, run, missing(field));
  };
}

/** A field with an object, which is read from what `get` finds, or null. */
export function objectField<S, T>(
  field: PlannedField,
  get: (source: S, run: Run) => T | null,
  read: ReadObject<T>,
): ReadField<S> {
  return settled(field, (source, path, run) => {
    const inner = get(source, run);
    return inner === null ? null : read(inner, path, run);
  });
}

/** A field with a list of objects; where its items may be null, one that fails is. */
export function listField<S, T>(
  field: PlannedField,
  get: (source: S, run: Run) => readonly T[],
  read: (item: T, path: Path, run: Run) => object | null,
): ReadField<S> {
  const list = getNullableType(field.definition.type);
  const one = isListType(list) && !isNonNullType(list.ofType) ? orNull(field, read) : read;
  return settled(field, (source, path, run) =>
    get(source, run).map((item, key) => one(item, { prev: path, key }, run)),
  );
}

/** A field with a plain value: what `get` gives has the shape that the schema says, objects with properties for fields. */
export function valueField<S>(field: PlannedField, get: (source: S, run: Run) => unknown): ReadField<S> {
  const type = getNullableType(field.definition.type);
  if (isLeafType(type)) return leafField(field, get);
  const complete = valueOf(type, field);
  return settled(field, (source, path, run) => complete(get(source, run), path, run));
}

/** A field whose arguments are not acceptable. */
export function failingField<S>(field: PlannedField, call: number): ReadField<S> {
  return settled(field, (_source, _path, run) => {
    throw run.calls[call]!.error!;
  });
}

/** An object of these fields, in this order. */
export function objectOf<S>(fields: readonly PlannedField[], reads: readonly ReadField<S>[]): ReadObject<S> {
  const keys = fields.map(({ key }) => key);
  const blank = keys.includes('__proto__') ? () => Object.create(null) as object : () => ({});
  return (source, path, run) => {
    const object = blank() as Record<string, unknown>;
    for (let index = 0; index < keys.length; index++) object[keys[index]!] = reads[index]!(source, path, run);
    return object;
  };
}

/** The name of the type, where that is what is asked. */
export function typenameField<S>(field: PlannedField): ReadField<S> | undefined {
  const { name } = field.parent;
  return field.definition.name === '__typename' ? () => name : undefined;
}

/** The only type of a selection that has one. */
export function fieldsOfOne(selection: PlannedSelection): readonly PlannedField[] {
  const [fields] = selection.values();
  return fields!;
}

type Complete = (value: unknown, path: Path, run: Run) => unknown;

function valueOf(type: GraphQLOutputType, field: PlannedField): Complete {
  if (isNonNullType(type)) {
    const complete = valueOf(type.ofType, field);
    return (value, path, run) => {
      if (isNothing(value)) throw missing(field);
      return complete(value, path, run);
    };
  }
  const complete = isListType(type)
    ? itemsOf(valueOf(type.ofType, field))
    : isLeafType(type)
      ? serializer(type)
      : plainObject(fieldsOfOne(field.selection!));
  return (value, path, run) => (isNothing(value) ? null : complete(value, path, run));
}

function itemsOf(item: Complete): Complete {
  return (value, path, run) => (value as unknown[]).map((each, key) => item(each, { prev: path, key }, run));
}

function plainObject(fields: readonly PlannedField[]): Complete {
  const read = objectOf<Record<string, unknown>>(
    fields,
    fields.map((field) => typenameField(field) ?? valueField(field, (source) => source[field.definition.name])),
  );
  return (value, path, run) => read(value as Record<string, unknown>, path, run);
}

function settled<S>(field: PlannedField, read: (source: S, path: Path, run: Run) => unknown): ReadField<S> {
  const required = isNonNullType(field.definition.type);
  return (source, at, run) => {
    const path = { prev: at, key: field.key };
    try {
      const value = read(source, path, run);
      if (!required || !isNothing(value)) return value ?? null;
    } catch (cause) {
      return failed(field, path, run, cause);
    }
    return failed(field, path, run, missing(field));
  };
}

function orNull<T>(field: PlannedField, read: (item: T, path: Path, run: Run) => object | null): typeof read {
  return (item, path, run) => {
    try {
      return read(item, path, run);
    } catch (cause) {
      run.errors.push(locatedError(cause, field.nodes, arrayOf(path)));
      return null;
    }
  };
}

function failed(field: PlannedField, path: Path, run: Run, cause: unknown): null {
  const error = locatedError(cause, field.nodes, arrayOf(path));
  if (isNonNullType(field.definition.type)) throw error;
  run.errors.push(error);
  return null;
}

function missing({ parent, definition }: PlannedField): Error {
  return new Error(`Cannot return null for non-nullable field ${parent.name}.${definition.name}.`);
}

function arrayOf(path: Path): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at: Path | undefined = path; at; at = at.prev) keys.push(at.key);
  return keys.reverse();
}

function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
