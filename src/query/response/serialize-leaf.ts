import { type GraphQLLeafType, isEnumType } from 'graphql';

type Serialize = (value: unknown) => unknown;

const MAX_INT = 2 ** 31 - 1;

/** Scalars whose values lie in the graph as they are answered, and were checked when they were recorded. */
const PASS_THROUGH: Readonly<Record<string, (value: unknown) => boolean>> = {
  String: isString,
  ID: isString,
  Ref: isString,
  EDTF: isString,
  Date: isString,
  DateTime: isString,
  Boolean: (value) => typeof value === 'boolean',
  Float: Number.isFinite,
  Int: (value) => Number.isInteger(value) && Math.abs(value as number) <= MAX_INT,
};

/**
 * How values of a scalar or enum are written: those that are in order as they are, the others by the type, which throws
 * where they cannot be.
 */
export function serializer(type: GraphQLLeafType): Serialize {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => (names.has(value) ? value : type.serialize(value));
  }
  const canPassThrough = PASS_THROUGH[type.name];
  return canPassThrough
    ? (value) => (canPassThrough(value) ? value : type.serialize(value))
    : (value) => type.serialize(value);
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}
