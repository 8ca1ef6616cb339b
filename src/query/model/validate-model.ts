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
 * Checks that the schema and the model have the same fields, arguments and filters, so that a new field is not forgotten in
 * either.
 *
 * @throws Error with a line for each difference.
 */
export function validateModel(schema: GraphQLSchema, model: Model): void {
  const problems = [...findProblems(schema, model)];
  if (problems.length === 0) return;
  throw new Error(
    ['The schema (schema/*.graphql) and the model (src/query/model) disagree:', ...problems].join('\n- '),
  );
}

function* findProblems(schema: GraphQLSchema, model: Model): Generator<string> {
  for (const [name, mappings] of [...unmappedConnections(schema, model), ...Object.entries(model.types)]) {
    const type = schema.getType(name);
    if (!isObjectType(type)) {
      yield `the model has a type ${name}, which is not an object type of the schema`;
      continue;
    }
    const fields = type.getFields();
    for (const field of Object.values(fields)) {
      const mapping = mappings[field.name];
      if (isConnection(name) && PAGE_FIELDS.includes(field.name)) continue;
      if (type === schema.getQueryType() && isSchemaField(field.name)) continue;
      if (mapping) yield* fieldProblems(schema, type, field, mapping);
      else yield `${name}.${field.name} is in the schema, but not in the model`;
    }
    for (const field of Object.keys(mappings)) {
      if (!fields[field]) yield `${name}.${field} is in the model, but not in the schema`;
    }
  }
  yield* subscriptionProblems(schema);
  for (const type of Object.values(schema.getTypeMap())) {
    if (
      isObjectType(type) &&
      type !== schema.getSubscriptionType() &&
      !isBuiltIn(type.name) &&
      !model.types[type.name] &&
      !model.valueTypes.includes(type.name)
    ) {
      yield `${type.name} is a type of the schema, but not in the model`;
    }
  }
}

/** A subscription is asked for as the query of the same name, and takes no filter that it has not. */
function* subscriptionProblems(schema: GraphQLSchema): Generator<string> {
  for (const { name, args } of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const inQuery = schema.getQueryType()!.getFields()[name]?.args ?? [];
    for (const arg of args) {
      const same = inQuery.find((other) => other.name === arg.name && String(other.type) === String(arg.type));
      if (!same) yield `Subscription.${name}: the argument ${arg.name} is not one of Query.${name}`;
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
    yield `${where} filters by ${input.type}, which is not an input type of the schema`;
    return;
  }
  yield* compareNames(`${where}, ${input.type}`, 'field', Object.keys(type.getFields()), input.names);
  const defaults = valueFromAST({ kind: Kind.OBJECT, fields: [] }, type);
  if (!isDeepStrictEqual({ ...(defaults as object) }, input.defaults)) {
    yield `${where}: the defaults of ${input.type} are ${JSON.stringify(defaults)} in the schema, but ${JSON.stringify(input.defaults)} in the model`;
  }
  for (const nested of input.inputFilters ?? []) yield* filterProblems(schema, where, nested);
}

function* compareNames(
  where: string,
  kind: string,
  inSchema: readonly string[],
  inModel: readonly string[],
): Generator<string> {
  for (const name of inSchema) {
    if (!inModel.includes(name)) yield `${where}: the ${kind} ${name} is in the schema, but not in the model`;
  }
  for (const name of inModel) {
    if (!inSchema.includes(name)) yield `${where}: the ${kind} ${name} is in the model, but not in the schema`;
  }
}

/** Fields that every connection has, which `connection()` maps. */
const PAGE_FIELDS = ['nodes', 'edges', 'pageInfo', 'totalCount'];

/** Connections that are not in the model: they must not have any other fields. */
function unmappedConnections(schema: GraphQLSchema, model: Model): [name: string, mappings: FieldMappings][] {
  const names = Object.keys(schema.getTypeMap()).filter((name) => isConnection(name) && !model.types[name]);
  return names.map((name) => [name, {}]);
}

function isConnection(name: string): boolean {
  return name.endsWith('Connection');
}

/** Types of introspection, and those that `connection()` maps. */
function isBuiltIn(name: string): boolean {
  return name.startsWith('__') || name === 'PageInfo' || /(Connection|Edge)$/.test(name);
}
