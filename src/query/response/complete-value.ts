import {
  type GraphQLLeafType,
  type GraphQLOutputType,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  locatedError,
} from 'graphql';
import { type FieldPlan, type SelectionPlan } from '../ir/field.ts';
import { serializer } from './serialize-leaf.ts';
import { type ResponsePath, type FieldReader, type ObjectReader, type ExecutionContext } from '../ir/reader.ts';

/**
 * Value completion and null propagation (sections 6.4.3 and 6.4.4 of the GraphQL specification): a failed nullable field becomes
 * null and its error is added to the response; a failed non-null field fails its parent.
 */

/** A field with a scalar or enum type. */
export function leafField<S>(field: FieldPlan, get: (source: S, context: ExecutionContext) => unknown): FieldReader<S> {
  const serialize = serializer(getNullableType(field.definition.type) as GraphQLLeafType);
  const required = isNonNullType(field.definition.type);
  return (source, parent, context) => {
    try {
      const value = get(source, context);
      if (value !== null && value !== undefined) return serialize(value);
      if (!required) return null;
    } catch (cause) {
      return fieldError(field, { prev: parent, key: field.key }, context, cause);
    }
    return fieldError(field, { prev: parent, key: field.key }, context, nonNullError(field));
  };
}

/** A field with an object type, read from what `get` returns. */
export function objectField<S, T>(
  field: FieldPlan,
  get: (source: S, context: ExecutionContext) => T | null,
  read: ObjectReader<T>,
): FieldReader<S> {
  return completeField(field, (source, path, context) => {
    const inner = get(source, context);
    return inner === null ? null : read(inner, path, context);
  });
}

/** A field with a list of objects. */
export function listField<S, T>(
  field: FieldPlan,
  get: (source: S, context: ExecutionContext) => readonly T[],
  read: (item: T, path: ResponsePath, context: ExecutionContext) => object | null,
): FieldReader<S> {
  const list = getNullableType(field.definition.type);
  const readItem = isListType(list) && !isNonNullType(list.ofType) ? nullable(field, read) : read;
  return completeField(field, (source, path, context) =>
    get(source, context).map((item, key) => readItem(item, { prev: path, key }, context)),
  );
}

/** A field whose value `get` returns complete, in the shape of the schema: objects with a property for each field. */
export function valueField<S>(
  field: FieldPlan,
  get: (source: S, context: ExecutionContext) => unknown,
): FieldReader<S> {
  const type = getNullableType(field.definition.type);
  if (isLeafType(type)) return leafField(field, get);
  const complete = completerFor(type, field);
  return completeField(field, (source, path, context) => complete(get(source, context), path, context));
}

/** A field with invalid arguments. */
export function invalidArgumentsField<S>(field: FieldPlan, argumentsIndex: number): FieldReader<S> {
  return completeField(field, (_source, _path, context) => {
    throw context.boundArguments[argumentsIndex]!.error!;
  });
}

/** Reads an object with these fields, in this order. */
export function objectReader<S>(fields: readonly FieldPlan[], reads: readonly FieldReader<S>[]): ObjectReader<S> {
  const keys = fields.map(({ key }) => key);
  const blank = keys.includes('__proto__') ? () => Object.create(null) as object : () => ({});
  return (source, path, context) => {
    const object = blank() as Record<string, unknown>;
    for (let index = 0; index < keys.length; index++) object[keys[index]!] = reads[index]!(source, path, context);
    return object;
  };
}

/** The reader of `__typename`; undefined for any other field. */
export function typenameField<S>(field: FieldPlan): FieldReader<S> | undefined {
  const { name } = field.parent;
  return field.definition.name === '__typename' ? () => name : undefined;
}

/** The fields of a selection on a single object type. */
export function singleTypeFields(selection: SelectionPlan): readonly FieldPlan[] {
  const [fields] = selection.values();
  return fields!;
}

type Completer = (value: unknown, path: ResponsePath, context: ExecutionContext) => unknown;

function completerFor(type: GraphQLOutputType, field: FieldPlan): Completer {
  if (isNonNullType(type)) {
    const complete = completerFor(type.ofType, field);
    return (value, path, context) => {
      if (isNullish(value)) throw nonNullError(field);
      return complete(value, path, context);
    };
  }
  const complete = isListType(type)
    ? completeItems(completerFor(type.ofType, field))
    : isLeafType(type)
      ? serializer(type)
      : plainObject(singleTypeFields(field.selection!));
  return (value, path, context) => (isNullish(value) ? null : complete(value, path, context));
}

function completeItems(item: Completer): Completer {
  return (value, path, context) => (value as unknown[]).map((each, key) => item(each, { prev: path, key }, context));
}

function plainObject(fields: readonly FieldPlan[]): Completer {
  const read = objectReader<Record<string, unknown>>(
    fields,
    fields.map((field) => typenameField(field) ?? valueField(field, (source) => source[field.definition.name])),
  );
  return (value, path, context) => read(value as Record<string, unknown>, path, context);
}

function completeField<S>(
  field: FieldPlan,
  read: (source: S, path: ResponsePath, context: ExecutionContext) => unknown,
): FieldReader<S> {
  const required = isNonNullType(field.definition.type);
  return (source, parent, context) => {
    const path = { prev: parent, key: field.key };
    try {
      const value = read(source, path, context);
      if (!required || !isNullish(value)) return value ?? null;
    } catch (cause) {
      return fieldError(field, path, context, cause);
    }
    return fieldError(field, path, context, nonNullError(field));
  };
}

function nullable<T>(
  field: FieldPlan,
  read: (item: T, path: ResponsePath, context: ExecutionContext) => object | null,
): typeof read {
  return (item, path, context) => {
    try {
      return read(item, path, context);
    } catch (cause) {
      context.errors.push(locatedError(cause, field.nodes, pathToArray(path)));
      return null;
    }
  };
}

function fieldError(field: FieldPlan, path: ResponsePath, context: ExecutionContext, cause: unknown): null {
  const error = locatedError(cause, field.nodes, pathToArray(path));
  if (isNonNullType(field.definition.type)) throw error;
  context.errors.push(error);
  return null;
}

function nonNullError({ parent, definition }: FieldPlan): Error {
  return new Error(`Cannot return null for non-nullable field ${parent.name}.${definition.name}.`);
}

function pathToArray(path: ResponsePath): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let parent: ResponsePath | undefined = path; parent; parent = parent.prev) keys.push(parent.key);
  return keys.reverse();
}

function isNullish(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
