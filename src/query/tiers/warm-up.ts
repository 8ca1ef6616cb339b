import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parse,
} from 'graphql';
import { isSchemaField } from '../model/model.ts';
import { type RootReader } from '../read/read-roots.ts';
import { toParameters } from '../statement/parameters.ts';
import { type Layout } from '../statement/layout.ts';
import { fullNodeLayout } from '../statement/full-node.ts';
import { BATCH, type StatementRoot, type CypherStatement, writeBatch, writeRoot } from '../statement/cypher-writer.ts';
import { nestedLayouts, layoutParts } from './layout-parts.ts';

/**
 * A query with every root field, and one hop along every field of every type of node, as far as no arguments are required.
 * Running it with {@link createWarmUpReader} puts the most common static statements into Neo4j's query plan cache.
 */
export function warmUpDocument(schema: GraphQLSchema): DocumentNode {
  const node = schema.getType('Node');
  const types = isInterfaceType(node) ? schema.getPossibleTypes(node) : [];
  const typeSelections = types.map((type) => `... on ${type.name} { ${fieldsOf(type).map(hopSelection).join(' ')} }`);
  const rootSelections = Object.values(schema.getQueryType()!.getFields()).flatMap((field) => {
    const [first, ...others] = field.args.filter(isRequiredArgument);
    if (isSchemaField(field.name) || others.length > 0) return [];
    if (!first) return [hopSelection(field)];
    if (!isCompositeType(field.type) || first.name !== 'ref') return [];
    return ['nothing:here', UNKNOWN_ID].map(
      (ref, kind) => `_${kind}_${field.name}: ${field.name}(ref: "${ref}") { __typename }`,
    );
  });
  return parse(`{ ${rootSelections.join(' ')} node(id: "${UNKNOWN_ID}") { ${typeSelections.join(' ')} } }`);
}

/** An id of no node. */
const UNKNOWN_ID = '00000000-0000-0000-0000-000000000000';

function fieldsOf(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
}

function hopSelection({ name, type }: GraphQLField<unknown, unknown>): string {
  const target = getNamedType(type);
  if (!isCompositeType(target)) return name;
  if (/Connection$/.test(target.name)) return `${name} { nodes { __typename } }`;
  // An object without an interface, such as an attribution step, is a relationship or value: select its own fields.
  const ownFields = isObjectType(target) && target.getInterfaces().length === 0 ? fieldsOf(target) : [];
  const leaves = ownFields.filter(({ type }) => isLeafType(getNamedType(type))).map((field) => field.name);
  return `${name} { __typename ${leaves.join(' ')} }`;
}

/**
 * Reads nothing: sends all static statements of an operation one by one, with no node to start from.
 *
 * @param whenIdle Awaited before each statement.
 */
export function createWarmUpReader(whenIdle: () => Promise<void>): RootReader {
  return async (database, statements, options) => {
    const sentTexts = new Set<string>();
    for (const { compiled, boundArguments } of statements) {
      for (const statement of compiled.root ? staticStatements(compiled.root) : []) {
        if (sentTexts.has(statement.text)) continue;
        sentTexts.add(statement.text);
        const parameters = { [BATCH]: { ...toParameters(statement, boundArguments), parents: [] } };
        await whenIdle();
        await database.read((tx) => tx.rows(statement.text, parameters), { ...options, allowTorn: true });
      }
    }
    return new Map();
  };
}

function* staticStatements({
  rootNode,
  layout,
  todayArguments,
}: StatementRoot): Generator<Pick<CypherStatement, 'text' | 'parameters'>> {
  if (rootNode) yield writeRoot({ rootNode, layout: fullNodeLayout(), todayArguments });
  for (const part of layoutParts(layout))
    yield rootNode ? writeBatch(part, todayArguments) : writeRoot({ layout: part, todayArguments });
  function* nestedStatements(layout: Layout): Generator<Pick<CypherStatement, 'text' | 'parameters'>> {
    for (const nested of nestedLayouts(layout)) {
      for (const part of layoutParts(nested)) yield writeBatch(part, todayArguments);
      yield* nestedStatements(nested);
    }
  }
  yield* nestedStatements(layout);
}
