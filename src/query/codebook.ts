import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

/** The description of a type, a field, an argument or an enum value. */
export interface CodebookEntry {
  typeName: string;
  /** A field, an argument as `field(argument:)`, or an enum value; null for the type itself. */
  field: string | null;
  description: string;
  /** The values of an enum. */
  values: string[] | null;
}

const cache = new WeakMap<GraphQLSchema, CodebookEntry[]>();

/** All descriptions of the schema, types in alphabetical order; connections, edges and PageInfo are left out. */
export function getCodebook(schema: GraphQLSchema): CodebookEntry[] {
  let entries = cache.get(schema);
  if (!entries) cache.set(schema, (entries = buildEntries(schema)));
  return entries;
}

function buildEntries(schema: GraphQLSchema): CodebookEntry[] {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) =>
      !isIntrospectionType(type) && !isSpecifiedScalarType(type) && !/(Connection|Edge|^PageInfo)$/.test(type.name),
  );
  return types
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((type) => [createEntry(type.name, null, type, enumValues(type)), ...memberEntries(type)]);
}

function memberEntries(type: GraphQLNamedType): CodebookEntry[] {
  if (isEnumType(type)) return type.getValues().map((value) => createEntry(type.name, value.name, value, null));
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => createFieldEntry(type, field.name, field));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    createFieldEntry(type, field.name, field),
    ...field.args.map((argument) => createFieldEntry(type, `${field.name}(${argument.name}:)`, argument)),
  ]);
}

type Field = GraphQLField<unknown, unknown> | GraphQLInputField | GraphQLArgument;

/** Type name and `name` together are a schema coordinate of GraphQL: `Query.meeting(ref:)`. */
const createFieldEntry = (type: GraphQLNamedType, name: string, field: Field): CodebookEntry =>
  createEntry(type.name, name, field, enumValues(getNamedType(field.type)));

function enumValues(type: GraphQLNamedType): string[] | null {
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : null;
}

/** A unit test checks that everything has a description. */
const createEntry = (
  typeName: string,
  field: string | null,
  { description }: { description?: string | null },
  values: string[] | null,
): CodebookEntry => ({ typeName, field, description: description ?? '', values });
