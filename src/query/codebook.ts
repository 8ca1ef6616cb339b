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
export function isAboutSchema(field: string): boolean {
  return field.startsWith('__') || field === 'codebook';
}

const known = new WeakMap<GraphQLSchema, CodebookEntry[]>();

/** Everything that the schema describes, type by type in the order of names; what only carries pages is left out. */
export function codebookOf(schema: GraphQLSchema): CodebookEntry[] {
  let entries = known.get(schema);
  if (!entries) known.set(schema, (entries = entriesOf(schema)));
  return entries;
}

function entriesOf(schema: GraphQLSchema): CodebookEntry[] {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) =>
      !isIntrospectionType(type) && !isSpecifiedScalarType(type) && !/(Connection|Edge|^PageInfo)$/.test(type.name),
  );
  return types
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((type) => [entry(type.name, null, type.description, wordsOf(type)), ...partsOf(type)])
    .filter((each): each is CodebookEntry => each !== undefined);
}

function partsOf(type: GraphQLNamedType): (CodebookEntry | undefined)[] {
  if (isEnumType(type))
    return type.getValues().map(({ name, description }) => entry(type.name, name, description, null));
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
  const inherited = isInputObjectType(type) ? [] : type.getInterfaces();
  const fields = Object.values<GraphQLField<unknown, unknown> | GraphQLInputField>(type.getFields());
  return fields.map(({ name, type: of, description }) => {
    const named = getNamedType(of);
    // Where the field has no words of its own, those of the interface it comes from, or of the enum it takes them from.
    const above = inherited.map((each) => each.getFields()[name]?.description);
    const said = [description, ...above, isEnumType(named) ? named.description : null].find((text) => text);
    return entry(type.name, name, said, wordsOf(named));
  });
}

function wordsOf(type: GraphQLNamedType): string[] | null {
  return isEnumType(type) ? type.getValues().map(({ name }) => name) : null;
}

/** None for what has no description, unless its words speak for it. */
function entry(
  typeName: string,
  field: string | null,
  description: string | null | undefined,
  values: string[] | null,
): CodebookEntry | undefined {
  return description || values ? { typeName, field, description: description ?? '', values } : undefined;
}
