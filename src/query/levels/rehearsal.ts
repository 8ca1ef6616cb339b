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
import { isAboutSchema } from '../codebook.ts';
import { type ReadTuples, parametersOf } from '../reading.ts';
import { type Laid } from '../statement/layout.ts';
import { whole } from '../statement/whole.ts';
import { LEVEL, type Root, type Written, writeLevel, writeStart } from '../statement/write.ts';
import { insidesOf, partsOf } from './parts.ts';

/**
 * A query that starts from every root field and goes one hop along every field of everything with an identity, as far as
 * that needs no arguments: rehearsing it makes the commonest static statements known to Neo4j.
 */
export function everyHop(schema: GraphQLSchema): DocumentNode {
  const node = schema.getType('Node');
  const types = isInterfaceType(node) ? schema.getPossibleTypes(node) : [];
  const hops = types.map((type) => `... on ${type.name} { ${fieldsOf(type).map(hop).join(' ')} }`);
  const starts = Object.values(schema.getQueryType()!.getFields()).flatMap((field) => {
    const [first, ...others] = field.args.filter(isRequiredArgument);
    if (isAboutSchema(field.name) || others.length > 0) return [];
    if (!first) return [hop(field)];
    if (!isCompositeType(field.type) || first.name !== 'ref') return [];
    return ['nothing:here', NO_ID].map(
      (ref, kind) => `_${kind}_${field.name}: ${field.name}(ref: "${ref}") { __typename }`,
    );
  });
  return parse(`{ ${starts.join(' ')} node(id: "${NO_ID}") { ${hops.join(' ')} } }`);
}

/** A reference of either kind that leads nowhere. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

function fieldsOf(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
}

function hop({ name, type }: GraphQLField<unknown, unknown>): string {
  const there = getNamedType(type);
  if (!isCompositeType(there)) return name;
  if (/Connection$/.test(there.name)) return `${name} { nodes { __typename } }`;
  // What is no thing of its own is told by what led to another.
  const own = isObjectType(there) && there.getInterfaces().length === 0 ? fieldsOf(there) : [];
  const leaves = own.filter(({ type }) => isLeafType(getNamedType(type))).map((field) => field.name);
  return `${name} { __typename ${leaves.join(' ')} }`;
}

/**
 * Reads nothing: sends the statements of all levels, one after the other, without a thing to go on from.
 *
 * @param turn Is waited for before each.
 */
export function rehearsing(turn: () => Promise<void>): ReadTuples {
  return async (database, statements, options) => {
    const sent = new Set<string>();
    for (const { compiled, calls } of statements) {
      for (const written of compiled.root ? staticStatements(compiled.root) : []) {
        if (sent.has(written.text)) continue;
        sent.add(written.text);
        const parameters = { [LEVEL]: { ...parametersOf(written, calls), parents: [] } };
        await turn();
        await database.read((tx) => tx.rows(written.text, parameters), { ...options, anyState: true });
      }
    }
    return new Map();
  };
}

function* staticStatements({ thing, selection, today }: Root): Generator<Pick<Written, 'text' | 'parameters'>> {
  if (thing) yield writeStart({ thing, selection: whole(), today });
  for (const part of partsOf(selection)) yield thing ? writeLevel(part, today) : writeStart({ selection: part, today });
  function* below(laid: Laid): Generator<Pick<Written, 'text' | 'parameters'>> {
    for (const inside of insidesOf(laid)) {
      for (const part of partsOf(inside)) yield writeLevel(part, today);
      yield* below(inside);
    }
  }
  yield* below(selection);
}
