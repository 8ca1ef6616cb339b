import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isScalarType,
} from 'graphql';

/**
 * How much a client may send in one argument or input field. It follows from the type alone, so these two tables are all there is;
 * descriptions tell it (`describeInputLimits`), and operations are held to it before anything is coerced (literals.ts, variables.ts).
 */

/** Items of a list. Readers have no use for more than a page at once; who records may send all that a source says. */
export const MAX_ITEMS = { read: 100, write: 20_000 } as const;

/** Sets of conditions, each of which is a part of the statement: more of them would take the database long to plan. */
export const MAX_ALTERNATIVES = 10;

/** Characters of a value, by scalar. Strings are as long as the longest text that can be recorded; cursors are strings too. */
export const MAX_CHARACTERS: Readonly<Record<string, number>> = {
  String: 10_000,
  ID: 200,
  Ref: 200,
  EDTF: 200,
  Date: 200,
  DateTime: 200,
  URL: 2_000,
};

/** Longer words are not even compared with the values of an enum. */
const MAX_ENUM_CHARACTERS = 200;

/** Where a client puts a value. */
type Position = GraphQLArgument | GraphQLInputField;

/** The most that a position takes; undefined where its type has no such measure. */
export interface InputLimit {
  /** The position as a schema coordinate: `Query.entities(refs:)`, `MeetingFilter.refs`. */
  coordinate: string;
  items: number | undefined;
  characters: number | undefined;
}

/** The limits of all arguments and input fields of a schema. */
export type InputLimits = ReadonlyMap<Position, InputLimit>;

const limitsBySchema = new WeakMap<GraphQLSchema, InputLimits>();

export function inputLimits(schema: GraphQLSchema): InputLimits {
  let limits = limitsBySchema.get(schema);
  if (!limits) limitsBySchema.set(schema, (limits = new Map(findLimits(schema))));
  return limits;
}

function* findLimits(schema: GraphQLSchema): Generator<[Position, InputLimit]> {
  const inputsOfMutations = findInputsOfMutations(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isInputObjectType(type)) {
      const items = inputsOfMutations.has(type.name) ? MAX_ITEMS.write : MAX_ITEMS.read;
      for (const field of Object.values(type.getFields())) {
        yield [field, limitOf(`${type.name}.${field.name}`, field, items)];
      }
    } else if (isObjectType(type) || isInterfaceType(type)) {
      const items = type === schema.getMutationType() ? MAX_ITEMS.write : MAX_ITEMS.read;
      for (const { name, args } of Object.values(type.getFields())) {
        for (const arg of args) yield [arg, limitOf(`${type.name}.${name}(${arg.name}:)`, arg, items)];
      }
    }
  }
}

function limitOf(coordinate: string, { type }: Position, items: number): InputLimit {
  const named = getNamedType(type);
  const mostItems = items === MAX_ITEMS.read && isInputObjectType(named) ? MAX_ALTERNATIVES : items;
  return {
    coordinate,
    items: isListType(getNullableType(type)) ? mostItems : undefined,
    characters: isEnumType(named) ? MAX_ENUM_CHARACTERS : MAX_CHARACTERS[named.name],
  };
}

/** The names of the input types that arguments of mutations have, and of those within. */
function findInputsOfMutations(schema: GraphQLSchema): Set<string> {
  const names = new Set<string>();
  const add = ({ type }: Position): void => {
    const named = getNamedType(type);
    if (!isInputObjectType(named) || names.has(named.name)) return;
    names.add(named.name);
    Object.values(named.getFields()).forEach(add);
  };
  Object.values(schema.getMutationType()?.getFields() ?? {}).forEach(({ args }) => args.forEach(add));
  return names;
}

/**
 * Adds to each description how much may be sent, so that clients know before they ask: to that of an argument or input field,
 * and for scalars of ours to that of the scalar.
 */
export function describeInputLimits(schema: GraphQLSchema): void {
  const isBuiltIn = (scalar: string) => scalar === 'String' || scalar === 'ID';
  for (const [position, { items, characters }] of inputLimits(schema)) {
    const { name } = getNamedType(position.type);
    position.description = withLimit(position.description, items, isBuiltIn(name) ? characters : undefined);
  }
  for (const [name, characters] of Object.entries(MAX_CHARACTERS)) {
    const type = schema.getType(name);
    if (isScalarType(type) && !isBuiltIn(name)) type.description = withLimit(type.description, undefined, characters);
  }
}

function withLimit(
  description: string | null | undefined,
  items: number | undefined,
  characters: number | undefined,
): string | undefined {
  if (items === undefined && characters === undefined) return description ?? undefined;
  const most =
    items === undefined
      ? `${formatCount(characters!)} characters`
      : `${formatCount(items)} items${characters === undefined ? '' : ` of ${formatCount(characters)} characters`}`;
  return `${description ?? ''} At most ${most}.`.trimStart();
}

/** `60,000` */
export const formatCount = (count: number): string => count.toLocaleString('en');
