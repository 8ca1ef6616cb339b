import { LRUCache } from 'lru-cache';
import { type BoundArguments, plainArguments } from '../ir/bound-arguments.ts';
import { type FieldMapping, type RootPlan } from '../ir/field.ts';
import { type FieldReader, type Tuple } from '../ir/reader.ts';
import { createLayout } from '../statement/layout.ts';
import { Projection } from '../ir/projection.ts';
import { type StatementRoot, type CypherStatement, writeCypher } from '../statement/cypher-writer.ts';
import { bindArguments } from './bind-arguments.ts';
import { projectField } from '../fields/project.ts';

/** A root field compiled to a statement, and the reader of its rows. */
export interface CompiledQuery extends CypherStatement {
  /** What the statement was written from; undefined where nothing is read from the graph. */
  root: StatementRoot | undefined;
  read: FieldReader<Tuple>;
}

/** Per root field: each combination of filters, order and direction is a statement of its own. */
const MAX_COMPILED = 64;

type RootNode = NonNullable<FieldMapping['rootNode']>;

const compiledByRoot = new WeakMap<RootPlan, LRUCache<string, CompiledQuery>>();

/**
 * Binds the arguments of a root field and all fields below it. The last entry has the current day as its parameter.
 *
 * @param meant For references that are external ids, the id of the entity that has it.
 */
export function bindRootArguments(
  root: RootPlan,
  variables: Readonly<Record<string, unknown>>,
  today: string,
  meant?: ReadonlyMap<string, string>,
): BoundArguments[] {
  return [
    ...root.fieldsWithArguments.map((field) => bindArguments(field, variables, meant)),
    plainArguments({}, [today]),
  ];
}

/** Compiles a root field, cached by the cache keys of its arguments; parameter values do not matter. */
export function compileRoot(root: RootPlan, boundArguments: readonly BoundArguments[]): CompiledQuery {
  let byCacheKey = compiledByRoot.get(root);
  if (!byCacheKey) compiledByRoot.set(root, (byCacheKey = new LRUCache({ max: MAX_COMPILED })));
  const cacheKey = boundArguments.map((bound) => bound.cacheKey).join('\n');
  let compiled = byCacheKey.get(cacheKey);
  if (!compiled) byCacheKey.set(cacheKey, (compiled = compileUncached(root, boundArguments)));
  return compiled;
}

function compileUncached(
  { field, fieldsWithArguments }: RootPlan,
  boundArguments: readonly BoundArguments[],
): CompiledQuery {
  const projection = new Projection();
  const createReader = projectField(field, projection, { boundArguments });
  const { rootNode } = field.mapping!;
  const layout = createLayout(projection, (index) => boundArguments[index]!.cacheKey);
  // Invalid arguments of the root field leave nothing to read.
  const readsGraph = field.argumentsIndex === null || !boundArguments[field.argumentsIndex]!.error;
  const root = {
    rootNode: rootNode && toRootNode(rootNode, field.argumentsIndex!, boundArguments),
    layout,
    todayArguments: fieldsWithArguments.length,
  };
  const statement = readsGraph ? writeCypher(root) : EMPTY_STATEMENT;
  return { ...statement, root: statement.text === '' ? undefined : root, read: createReader() };
}

function toRootNode(
  { by, label }: RootNode,
  argumentsIndex: number,
  boundArguments: readonly BoundArguments[],
): StatementRoot['rootNode'] {
  return {
    by: by === 'ref' ? (boundArguments[argumentsIndex]!.cacheKey as 'id' | 'key' | 'address') : by,
    label,
    argumentsIndex,
    valueIndex: 0,
  };
}

const EMPTY_STATEMENT: CypherStatement = { text: '', parameters: [], hasRootRow: false, streamedSlot: undefined };
