import {
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

/** What a type, a field or a word of the schema means. */
export interface CodebookEntry {
  typeName: string;
  /** A field, or one of the words of an enum; null for the type itself. */
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
    .flatMap((type) => [createEntry(type.name, null, type.description, enumValues(type)), ...memberEntries(type)])
    .filter((each): each is CodebookEntry => each !== undefined);
}

function memberEntries(type: GraphQLNamedType): (CodebookEntry | undefined)[] {
  if (isEnumType(type))
    return type.getValues().map(({ name, description }) => createEntry(type.name, name, description, null));
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
  const interfaces = isInputObjectType(type) ? [] : type.getInterfaces();
  const fields = Object.values<GraphQLField<unknown, unknown> | GraphQLInputField>(type.getFields());
  return fields.map(({ name, type: fieldType, description }) => {
    const named = getNamedType(fieldType);
    // Where the field has no words of its own, those of the interface it comes from, or of the enum it takes them from.
    const interfaceDescriptions = interfaces.map((each) => each.getFields()[name]?.description);
    const text = [description, ...interfaceDescriptions, isEnumType(named) ? named.description : null].find(
      (text) => text,
    );
    return createEntry(type.name, name, text, enumValues(named));
  });
}

function enumValues(type: GraphQLNamedType): string[] | null {
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : null;
}

/** None for what has no description, unless its words speak for it. */
function createEntry(
  typeName: string,
  field: string | null,
  description: string | null | undefined,
  values: string[] | null,
): CodebookEntry | undefined {
  return description || values ? { typeName, field, description: description ?? '', values } : undefined;
}
