import { type GraphQLLeafType, isEnumType } from 'graphql';

type Serialize = (value: unknown) => unknown;

const MAX_INT = 2 ** 31 - 1;

/** Scalars that are stored as they are returned, and validated when they are recorded. */
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
 * Serialises values of a scalar or enum. Valid values are returned unchanged, which is much faster than the type's own function;
 * that one handles all others, and throws where it cannot.
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
