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

/** What a type, a field, an argument or a word of the schema means. */
export interface CodebookEntry {
  typeName: string;
  /** A field, an argument as `field(argument:)`, or one of the words of an enum; null for the type itself. */
  field: string | null;
  description: string;
  /** The words there are, where it is one of several. */
  values: string[] | null;
}

/** True for the root fields that no look into the graph answers. */
export function isSchemaField(field: string): boolean {
  return field.startsWith('__') || field === 'codebook';
}

const cache = new WeakMap<GraphQLSchema, CodebookEntry[]>();

/** Everything that the schema describes, type by type in the order of names; what only carries pages is left out. */
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

/** With the type's name before it, `name` is a schema coordinate of GraphQL: `Query.meeting(ref:)`. */
const createFieldEntry = (type: GraphQLNamedType, name: string, field: Field): CodebookEntry =>
  createEntry(type.name, name, field, enumValues(getNamedType(field.type)));

function enumValues(type: GraphQLNamedType): string[] | null {
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : null;
}

/** A unit test sees to it that everything is described. */
const createEntry = (
  typeName: string,
  field: string | null,
  { description }: { description?: string | null },
  values: string[] | null,
): CodebookEntry => ({ typeName, field, description: description ?? '', values });
