import {
  type GraphQLLeafType,
  type GraphQLOutputType,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  locatedError,
} from 'graphql';
import { type FieldPlan, type SelectionPlan } from '../ir/field-plan.ts';
import { serializer } from './serialize-leaf.ts';
import { type ResponsePath, type FieldReader, type ObjectReader, type ExecutionContext } from '../ir/reader.ts';

/**
 * Completion as the GraphQL specification has it (6.4.3, 6.4.4): what must not be null and is fails its field; a failed
 * field is null where it may be, with the error beside the data, and fails its object where it may not.
 */

/** A field with a scalar or enum. */
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

/** A field with an object, which is read from what `get` finds, or null. */
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

/** A field with a list of objects; where its items may be null, one that fails is. */
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

/** A field with a plain value: what `get` gives has the shape that the schema says, objects with properties for fields. */
export function valueField<S>(
  field: FieldPlan,
  get: (source: S, context: ExecutionContext) => unknown,
): FieldReader<S> {
  const type = getNullableType(field.definition.type);
  if (isLeafType(type)) return leafField(field, get);
  const complete = completerFor(type, field);
  return completeField(field, (source, path, context) => complete(get(source, context), path, context));
}

/** A field whose arguments are not acceptable. */
export function invalidArgumentsField<S>(field: FieldPlan, argumentsIndex: number): FieldReader<S> {
  return completeField(field, (_source, _path, context) => {
    throw context.boundArguments[argumentsIndex]!.error!;
  });
}

/** An object of these fields, in this order. */
export function objectReader<S>(fields: readonly FieldPlan[], reads: readonly FieldReader<S>[]): ObjectReader<S> {
  const keys = fields.map(({ key }) => key);
  const blank = keys.includes('__proto__') ? () => Object.create(null) as object : () => ({});
  return (source, path, context) => {
    const object = blank() as Record<string, unknown>;
    for (let index = 0; index < keys.length; index++) object[keys[index]!] = reads[index]!(source, path, context);
    return object;
  };
}

/** The name of the type, where that is what is asked. */
export function typenameField<S>(field: FieldPlan): FieldReader<S> | undefined {
  const { name } = field.parent;
  return field.definition.name === '__typename' ? () => name : undefined;
}

/** The only type of a selection that has one. */
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
