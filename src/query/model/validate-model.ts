import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInputObjectType,
  isObjectType,
  valueFromAST,
  Kind,
} from 'graphql';
import { isDeepStrictEqual } from 'node:util';
import { type InputFilter } from '../ir/condition.ts';
import { type FieldMapping, type FieldMappings } from '../ir/field.ts';
import { type Model, isSchemaField } from './model.ts';

/**
 * Compares the schema with the model, so that a field added to one cannot be forgotten in the other.
 *
 * @throws Error with a line for each field, argument or filter on which they disagree.
 */
export function validateModel(schema: GraphQLSchema, model: Model): void {
  const problems = [...findProblems(schema, model)];
  if (problems.length === 0) return;
  throw new Error(
    ['The API (schema/*.graphql) and what its fields mean in the graph (src/query/model) disagree:', ...problems].join(
      '\n- ',
    ),
  );
}

function* findProblems(schema: GraphQLSchema, model: Model): Generator<string> {
  for (const [name, mappings] of [...unmappedConnections(schema, model), ...Object.entries(model.types)]) {
    const type = schema.getType(name);
    if (!isObjectType(type)) {
      yield `the model has a type ${name}, which is no object type of the schema`;
      continue;
    }
    const fields = type.getFields();
    for (const field of Object.values(fields)) {
      const mapping = mappings[field.name];
      if (isConnection(name) && PAGE_FIELDS.includes(field.name)) continue;
      if (type === schema.getQueryType() && isSchemaField(field.name)) continue;
      if (mapping) yield* fieldProblems(schema, type, field, mapping);
      else yield `${name}.${field.name} is in the schema, but the model does not say what it means`;
    }
    for (const field of Object.keys(mappings)) {
      if (!fields[field]) yield `${name}.${field} is in the model, but not in the schema`;
    }
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (
      isObjectType(type) &&
      !isBuiltIn(type.name) &&
      !model.types[type.name] &&
      !model.valueTypes.includes(type.name)
    ) {
      yield `${type.name} is a type of the schema, but the model does not say what it means`;
    }
  }
}

function* fieldProblems(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  mapping: FieldMapping,
): Generator<string> {
  const where = `${type.name}.${field.name}`;
  const mismatch = mapping.validate(field);
  if (mismatch) yield `${where} ${mismatch} (${String(field.type)})`;
  const bound = mapping.arguments ?? [];
  yield* compareNames(
    where,
    'argument',
    field.args.map(({ name }) => name),
    bound,
  );
  for (const input of mapping.inputFilters ?? []) yield* filterProblems(schema, where, input);
}

function* filterProblems(schema: GraphQLSchema, where: string, input: InputFilter): Generator<string> {
  const type = schema.getType(input.type);
  if (!isInputObjectType(type)) {
    yield `${where} filters by ${input.type}, which is no input type of the schema`;
    return;
  }
  yield* compareNames(`${where}, ${input.type}`, 'field', Object.keys(type.getFields()), input.names);
  const defaults = valueFromAST({ kind: Kind.OBJECT, fields: [] }, type);
  if (!isDeepStrictEqual({ ...(defaults as object) }, input.defaults)) {
    yield `${where} takes ${JSON.stringify(input.defaults)} for an empty ${input.type}, the schema ${JSON.stringify(defaults)}`;
  }
}

function* compareNames(
  where: string,
  kind: string,
  inSchema: readonly string[],
  inModel: readonly string[],
): Generator<string> {
  for (const name of inSchema) {
    if (!inModel.includes(name)) yield `${where}: the ${kind} ${name} is in the schema, but the model does not read it`;
  }
  for (const name of inModel) {
    if (!inSchema.includes(name)) yield `${where}: the ${kind} ${name} is read by the model, but is not in the schema`;
  }
}

/** The fields of a connection that are the page itself. */
const PAGE_FIELDS = ['nodes', 'edges', 'pageInfo', 'totalCount'];

/** The connections that the model says nothing about: they have nothing beside a page. */
function unmappedConnections(schema: GraphQLSchema, model: Model): [name: string, mappings: FieldMappings][] {
  const names = Object.keys(schema.getTypeMap()).filter((name) => isConnection(name) && !model.types[name]);
  return names.map((name) => [name, {}]);
}

function isConnection(name: string): boolean {
  return name.endsWith('Connection');
}

/** Types that connections read, and those of introspection. */
function isBuiltIn(name: string): boolean {
  return name.startsWith('__') || name === 'PageInfo' || /(Connection|Edge)$/.test(name);
}
